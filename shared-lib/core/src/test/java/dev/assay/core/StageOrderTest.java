package dev.assay.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The walls inside core: a stage imports earlier ones only, and nothing from outside. All may use
 * the statistics, which are functions and know nobody.
 */
final class StageOrderTest {
  private static final List<String> STAGES =
      List.of("trace", "feedback", "sampling", "ingest", "check", "judge", "review", "harvest");

  /** The rooms of the commitment check; the last is the package itself. */
  private static final List<String> ROOMS =
      List.of(
          ".verdict",
          ".text",
          ".value",
          ".grammar",
          ".terms",
          ".ledger",
          ".evidence",
          ".claim",
          ".ladder",
          ".ladder.money",
          ".ladder.time",
          ".ladder.terms",
          ".ladder.remark",
          ".ladder.deed",
          "");

  private static final String COMMITMENT = "dev.assay.core.check.commitment";

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.assay.core");

  @Test
  void a_stage_never_imports_a_later_one() {
    for (int i = 0; i < STAGES.size(); i++) {
      for (int later = i + 1; later < STAGES.size(); later++) {
        noClasses()
            .that()
            .resideInAPackage("dev.assay.core." + STAGES.get(i) + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.assay.core." + STAGES.get(later) + "..")
            .check(CORE);
      }
    }
  }

  @Test
  void a_room_of_the_commitment_check_never_imports_a_later_one() {
    for (int i = 0; i < ROOMS.size() - 1; i++) {
      noClasses()
          .that()
          .resideInAPackage(COMMITMENT + ROOMS.get(i))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOMS.stream().skip(i + 1L).map(COMMITMENT::concat).toArray(String[]::new))
          .check(CORE);
    }
  }

  @Test
  void every_class_of_the_commitment_check_is_in_one_of_its_rooms() {
    classes()
        .that()
        .resideInAPackage(COMMITMENT + "..")
        .should()
        .resideInAnyPackage(ROOMS.stream().map(COMMITMENT::concat).toArray(String[]::new))
        .check(CORE);
  }

  @Test
  void the_statistics_know_no_stage() {
    noClasses()
        .that()
        .resideInAPackage("dev.assay.core.statistics..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            STAGES.stream().map(stage -> "dev.assay.core." + stage + "..").toArray(String[]::new))
        .check(CORE);
  }

  @Test
  void the_core_needs_nothing_but_the_jdk() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("dev.assay.core..", "java..", "javax.crypto..", "org.jspecify..")
        .check(CORE);
  }
}
