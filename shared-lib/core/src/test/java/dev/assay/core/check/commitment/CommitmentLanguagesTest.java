package dev.assay.core.check.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.trace.Trace;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Labelled lines in Spanish, German, French, Italian, Portuguese and Chinese; none is excused. */
final class CommitmentLanguagesTest {
  private final CommitmentCheck check = new CommitmentCheck();

  static List<SeedCase> cases() {
    return SeedCase.all("languages.jsonl");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void every_line_is_read_as_labelled(SeedCase line) {
    Trace trace = line.trace();
    assertThat(line.problems(trace, check.assess(trace).getFirst().findings())).isEmpty();
  }
}
