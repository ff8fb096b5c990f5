package dev.assay.core.check.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Trace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CommitmentSeedTest {
  private final CommitmentCheck check = new CommitmentCheck();

  static List<SeedCase> cases() {
    return SeedCase.all();
  }

  /** Lines that are not yet read as labelled, each with its reason: {@code id reason}. */
  private static Map<String, String> notYet() {
    Map<String, String> reasons = new HashMap<>();
    for (String line : SeedCase.lines("not-yet.txt")) {
      int space = line.indexOf(' ');
      assertThat(space).as("a reason for %s", line).isPositive();
      reasons.put(line.substring(0, space), line.substring(space + 1));
    }
    return reasons;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void every_line_is_read_as_labelled_or_listed_with_the_reason_why_not(SeedCase line) {
    Trace trace = line.trace();
    List<Finding> findings = check.assess(trace).getFirst().findings();
    List<String> problems = line.problems(trace, findings);
    String reason = notYet().get(line.id());
    if (reason == null) {
      assertThat(problems).isEmpty();
    } else {
      assertThat(problems).as("listed (%s), but passes: take it off the list", reason).isNotEmpty();
    }
  }

  @Test
  void hard_negatives_yield_nothing_and_none_is_listed() {
    Map<String, String> listed = notYet();
    for (SeedCase line : SeedCase.all()) {
      if (line.line().get("expected").isEmpty()) {
        assertThat(listed).doesNotContainKey(line.id());
        assertThat(check.assess(line.trace()).getFirst().findings()).as(line.toString()).isEmpty();
      }
    }
  }
}
