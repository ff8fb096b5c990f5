package dev.assay.core.check.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.core.check.commitment.verdict.CommitmentVerdict;
import dev.assay.core.check.commitment.verdict.CommitmentVerdict.Level;
import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.StringTokenizer;
import org.junit.jupiter.api.Test;

/** Real agents, real tools: few flags on what they said, many on what they did not say. */
final class CommitmentTauTest {
  private static final int CORRUPTIONS = 300;

  private final CommitmentCheck check = new CommitmentCheck();

  private static List<Trace> traces() {
    Optional<Path> folder = TauTraces.folder();
    assumeTrue(folder.isPresent(), "the conversations are not beside this repository");
    return TauTraces.read(folder.orElseThrow(), true);
  }

  private List<Finding> findings(Trace trace) {
    return check.assess(trace).getFirst().findings();
  }

  private static Level level(Finding finding) {
    return CommitmentVerdict.ofWireName(finding.verdict()).level();
  }

  @Test
  void what_real_agents_said_is_seldom_flagged_wrongly_and_every_span_is_in_its_message() {
    List<RealError> errors = RealError.all();
    Set<RealError> caught = new HashSet<>();
    int found = 0;
    int wronglyFlagged = 0;
    for (Trace trace : traces()) {
      for (Finding finding : findings(trace)) {
        String text = trace.steps().get(finding.message()).text();
        assertThat(text.substring(finding.start(), finding.end())).isEqualTo(finding.text());
        found++;
        Optional<RealError> error =
            errors.stream().filter(one -> one.isAt(trace, finding)).findFirst();
        wronglyFlagged += isFlagged(finding) && error.isEmpty() ? 1 : 0;
        error.filter(one -> isFlagged(finding)).ifPresent(caught::add);
      }
    }
    assertThat(found).isGreaterThan(3_000);
    assertThat(wronglyFlagged).as("of %s", found).isLessThan(found / 200);
    assertThat(caught).as("of %s real errors", errors.size()).hasSizeGreaterThanOrEqualTo(30);
  }

  /**
   * A statement that a reader found wrong.
   *
   * @param message index in the conversation, whose policy stands before it in the trace
   */
  private record RealError(String id, int message, int start, int end) {
    static List<RealError> all() {
      return SeedCase.lines("tau-errors.txt").stream().map(RealError::of).toList();
    }

    private static RealError of(String line) {
      StringTokenizer words = new StringTokenizer(line);
      return new RealError(
          TauTraces.traceId(words.nextToken()),
          Integer.parseInt(words.nextToken()) + 1,
          Integer.parseInt(words.nextToken()),
          Integer.parseInt(words.nextToken()));
    }

    boolean isAt(Trace trace, Finding finding) {
      return trace.id().value().equals(id)
          && finding.message() == message
          && finding.start() < end
          && finding.end() > start;
    }
  }

  private static boolean isFlagged(Finding finding) {
    return level(finding) == Level.ALERTED || level(finding) == Level.FLAGGED;
  }

  @Test
  void an_amount_with_cents_that_is_changed_by_one_digit_is_nearly_always_flagged() {
    Random random = new Random(7);
    int corrupted = 0;
    int caught = 0;
    List<Trace> traces = traces();
    while (corrupted < CORRUPTIONS) {
      Trace trace = traces.get(random.nextInt(traces.size()));
      List<Finding> amounts = findings(trace).stream().filter(CommitmentTauTest::hasCents).toList();
      if (!amounts.isEmpty()) {
        Finding victim = amounts.get(random.nextInt(amounts.size()));
        String other = otherDigit(victim.text(), random);
        List<Finding> after = findings(replace(trace, victim, other));
        corrupted++;
        caught += after.stream().anyMatch(f -> isAt(f, victim) && isFlagged(f)) ? 1 : 0;
      }
    }
    assertThat(caught).as("of %s", corrupted).isGreaterThan(corrupted * 95 / 100);
  }

  private static boolean hasCents(Finding finding) {
    String text = finding.text();
    boolean cents = text.startsWith("$") && text.indexOf('.') > 0 && !text.endsWith(".00");
    return cents && level(finding) == Level.FINE && finding.type().equals("PRICE");
  }

  private static boolean isAt(Finding finding, Finding victim) {
    return finding.message() == victim.message() && finding.start() == victim.start();
  }

  private static String otherDigit(String amount, Random random) {
    List<Integer> digits = new ArrayList<>();
    for (int i = 0; i < amount.length(); i++) {
      if (Character.isDigit(amount.charAt(i))) {
        digits.add(i);
      }
    }
    int at = digits.get(random.nextInt(digits.size()));
    int digit = amount.charAt(at) - '0';
    char other = (char) ('1' + (digit + random.nextInt(8)) % 9);
    return amount.substring(0, at)
        + (other == amount.charAt(at) ? '1' : other)
        + amount.substring(at + 1);
  }

  private static Trace replace(Trace trace, Finding victim, String words) {
    List<Step> steps = new ArrayList<>(trace.steps());
    if (steps.get(victim.message()) instanceof Step.AgentTurn turn) {
      String text =
          turn.text().substring(0, victim.start()) + words + turn.text().substring(victim.end());
      steps.set(
          victim.message(),
          new Step.AgentTurn(text, turn.calls(), turn.timing(), turn.interrupted()));
    }
    return Traces.with(trace, steps);
  }
}
