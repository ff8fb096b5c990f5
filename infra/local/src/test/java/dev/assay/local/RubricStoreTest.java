package dev.assay.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.aws.Adapters;
import dev.assay.aws.Environment;
import dev.assay.core.judge.ProjectRubric;
import dev.assay.core.judge.Rubric;
import dev.assay.core.judge.RubricStore;
import dev.assay.core.judge.Thresholds;
import dev.assay.wire.judge.BuiltInRubrics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The rubrics of projects in the registry table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RubricStoreTest {
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private LocalSystem system;
  private Adapters adapters;
  private RubricStore store;

  @BeforeAll
  void start() {
    system =
        LocalSystem.start(
            LocalOptions.of(Repository.root().resolve("template.yaml")).withFunctions(Set.of()));
    adapters = another();
    store = adapters.rubricStore();
  }

  private Adapters another() {
    return new Adapters(new Environment(system.environment("Judge")), () -> now);
  }

  @AfterAll
  void stop() {
    adapters.close();
    system.close();
  }

  private static Rubric rubric(String id, String question) {
    return new Rubric(
        id,
        question,
        Rubric.LooksAt.CONVERSATION,
        false,
        List.of(new Rubric.Item("a", question, 1, Rubric.Polarity.YES)),
        Rubric.Scale.SHARE,
        Thresholds.DEFAULT,
        List.of());
  }

  private List<String> asked(String project) {
    return new ArrayList<>(store.active(project).rubrics().stream().map(Rubric::id).toList());
  }

  @Test
  void a_project_that_chose_nothing_asks_the_default_ones_and_can_ask_every_built_in() {
    assertThat(asked("fresh")).containsExactlyInAnyOrderElementsOf(BuiltInRubrics.ASKED_BY_DEFAULT);
    assertThat(store.of("fresh"))
        .extracting(ProjectRubric::rubric)
        .containsExactlyElementsOf(BuiltInRubrics.all());
  }

  @Test
  void a_rubric_of_its_own_is_asked_after_the_built_ins_in_this_project_alone() {
    Rubric own = rubric("greeting", "Does the agent greet?");
    store.save("shop", own);

    assertThat(store.of("shop").getLast()).isEqualTo(new ProjectRubric(own, true, true));
    assertThat(asked("shop")).endsWith("greeting").hasSize(4);
    assertThat(asked("other")).doesNotContain("greeting");
  }

  @Test
  void one_of_a_built_in_id_takes_its_place() {
    Rubric own = rubric("tone", "Is it warm?");
    store.save("warm", own);

    assertThat(store.of("warm")).hasSameSizeAs(BuiltInRubrics.all());
    assertThat(store.active("warm").rubric("tone")).isEqualTo(own);
  }

  @Test
  void what_is_switched_off_is_kept_and_can_be_switched_on_again() {
    Rubric own = rubric("greeting", "Does the agent greet?");
    store.save("switch", own);
    assertThat(store.turn("switch", "greeting", false)).isTrue();
    assertThat(store.turn("switch", "faithfulness", false)).isTrue();
    assertThat(store.turn("switch", "tone", true)).isTrue();

    assertThat(asked("switch")).containsExactly("policy_adherence", "task_completion", "tone");
    assertThat(store.turn("switch", "greeting", true)).isTrue();
    assertThat(store.active("switch").rubric("greeting")).isEqualTo(own);
  }

  @Test
  void all_may_be_off_and_what_is_unknown_cannot_be_switched() {
    BuiltInRubrics.ASKED_BY_DEFAULT.forEach(id -> store.turn("silent", id, false));
    assertThat(asked("silent")).isEmpty();
    assertThat(store.turn("silent", "nonsense", true)).isFalse();
    assertThat(store.of("silent")).hasSameSizeAs(BuiltInRubrics.all());
  }

  @Test
  void another_process_follows_within_a_minute_and_not_at_once() {
    assertThat(asked("slow")).doesNotContain("tone");
    try (Adapters elsewhere = another()) {
      elsewhere.rubricStore().turn("slow", "tone", true);
    }
    assertThat(asked("slow")).doesNotContain("tone");
    now = now.plus(Duration.ofSeconds(61));
    assertThat(asked("slow")).contains("tone");
  }

  @Test
  void one_that_is_larger_than_an_item_is_refused_by_name() {
    Rubric huge = rubric("huge", "Is it? ".repeat(60_000));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store.save("shop", huge))
        .withMessageContaining("rubric huge: expected at most 380000 bytes");
  }
}
