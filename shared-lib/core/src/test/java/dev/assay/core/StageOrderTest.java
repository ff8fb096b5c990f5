package dev.assay.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The walls inside core: a stage imports earlier ones only, and nothing from outside. */
final class StageOrderTest {
  private static final List<String> STAGES =
      List.of("trace", "feedback", "sampling", "ingest", "check", "judge", "review", "harvest");

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
  void the_core_needs_nothing_but_the_jdk() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("dev.assay.core..", "java..", "javax.crypto..", "org.jspecify..")
        .check(CORE);
  }
}
