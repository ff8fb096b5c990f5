package dev.assay.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.feedback.Verdict;
import dev.assay.testkit.judge.Attempt;
import dev.assay.testkit.judge.Attempts;
import dev.assay.testkit.judge.Desk;
import dev.assay.testkit.judge.GullibleServer;
import dev.assay.testkit.judge.Temperament;
import dev.assay.testkit.judge.Trial;
import dev.assay.wire.judge.BuiltInRubrics;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every injection attempt against models that fall for them, over HTTP. */
class HostileTranscriptTest {
  private static final List<Attempt> ATTEMPTS = Attempts.all();

  /** An attempt of these must move no score unseen. */
  private static final Set<String> BARRED = Set.of("direct", "fake_end", "fake_result");

  private static final long SEED = 7;

  private static GullibleServer server;

  @BeforeAll
  static void start() throws IOException {
    server = new GullibleServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Trial trial(Temperament temperament) {
    return new Trial(
        BuiltInRubrics.faithfulness(),
        JudgeModels.model(server.spec(temperament), Map.of("ASSAY_JUDGE_API_KEY", "k")),
        SEED);
  }

  @Test
  void the_corpus_has_sixty_attempts_of_every_kind_and_many_languages() {
    assertThat(ATTEMPTS).hasSizeGreaterThanOrEqualTo(60);
    assertThat(ATTEMPTS).extracting(Attempt::id).doesNotHaveDuplicates();
    assertThat(ATTEMPTS.stream().map(Attempt::kind).distinct()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(ATTEMPTS.stream().map(Attempt::language).distinct()).hasSizeGreaterThanOrEqualTo(10);
    assertThat(ATTEMPTS.stream().map(Attempt::place).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(Attempt.Place.class));
  }

  @Test
  void a_sound_model_is_never_void_and_scores_as_without_the_attempt() {
    Trial trial = trial(Temperament.SOUND);
    for (Desk desk : Desk.values()) {
      assertThat(trial.run(desk, null).verdict()).isEqualTo(Verdict.scored(desk.honestScore()));
    }
    for (Attempt attempt : ATTEMPTS) {
      Desk desk = Desk.against(attempt);
      Trial.Result result = trial.run(desk, attempt);
      assertThat(result.verdict()).as(attempt.id()).isEqualTo(Verdict.scored(desk.honestScore()));
      assertThat(result.calls()).as(attempt.id()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SOUND", "MOODY"})
  void a_gullible_model_is_void_before_an_attempt_moves_its_score(Temperament temperament) {
    Trial trial = trial(temperament);
    for (Attempt attempt : ATTEMPTS) {
      Desk desk = Desk.against(attempt);
      double honest = desk.honestScore();
      Trial.Result result = trial.run(desk, attempt);
      if (BARRED.contains(attempt.kind())) {
        assertThat(result.scoredOtherThan(honest)).as(attempt.id() + " " + result).isFalse();
      }
      if (result.swayed(honest)) {
        assertThat(result.detected()).as(attempt.id() + " " + result).isTrue();
        assertThat(result.calls()).as("asked once more").isEqualTo(2);
      }
    }
  }

  @Test
  void the_attempts_would_move_scores_if_nothing_guarded_them() {
    Set<String> swayed = new TreeSet<>();
    for (Temperament temperament :
        List.of(
            Temperament.OBEYS_ALL,
            Temperament.BELIEVES_RESULTS,
            Temperament.BELIEVES_ENDS,
            Temperament.DECODES,
            Temperament.POLYGLOT)) {
      Trial trial = trial(temperament);
      for (Attempt attempt : ATTEMPTS) {
        for (Desk desk : Desk.values()) {
          if (trial.run(desk, attempt).swayed(desk.honestScore())) {
            swayed.add(attempt.id());
          }
        }
      }
    }
    List<String> without =
        ATTEMPTS.stream().map(Attempt::id).filter(id -> !swayed.contains(id)).toList();
    // Those that only want the fence shown, and one that wants another form of answer.
    assertThat(without).allMatch(id -> id.startsWith("leak") || id.equals("format-02"));
  }
}
