package dev.assay.core.check.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.check.commitment.verdict.CommitmentType;
import dev.assay.core.check.commitment.verdict.CommitmentVerdict;
import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Conversations at random: always an answer, never an exception. Some thousand turns in every
 * build, a million with {@code mvn -Pfuzz test}; the seed of a trace that fails is in the message.
 */
final class CommitmentFuzzTest {
  private static final List<String> VERDICTS =
      Arrays.stream(CommitmentVerdict.values()).map(CommitmentVerdict::wireName).toList();
  private static final List<String> TYPES =
      Arrays.stream(CommitmentType.values()).map(CommitmentType::name).toList();

  private static final int TURNS = Integer.getInteger("assay.fuzz.turns", 6_000);
  private static final long SEED = Long.getLong("assay.fuzz.seed", 42);
  private static final int TURNS_A_TRACE = 5;

  /** Of processor time; a trace takes a hundredth of it even in a cold machine. */
  private static final long LONGEST_NANOS = 5_000_000_000L;

  @Test
  void no_conversation_breaks_the_check() {
    int found = 0;
    for (int i = 0; i < TURNS / TURNS_A_TRACE; i++) {
      long seed = SEED * 1_000_003 + i;
      try {
        found += hold(new FuzzTraces(seed).trace(TURNS_A_TRACE), i % 16 == 0);
      } catch (RuntimeException | Error e) {
        throw new AssertionError("the trace of seed " + seed + " breaks the check", e);
      }
    }
    assertThat(found).as("commitments in %s turns", TURNS).isGreaterThan(TURNS / 10);
  }

  private static int hold(Trace trace, boolean twice) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    List<Finding> findings = findings(trace);
    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    if (took > LONGEST_NANOS) {
      throw new AssertionError("took " + took / 1_000_000 + " ms");
    }
    for (Finding finding : findings) {
      isSound(finding, trace.steps().get(finding.message()));
    }
    if (twice && !findings(trace).equals(findings)) {
      throw new AssertionError("the second reading differs from the first");
    }
    return findings.size();
  }

  private static List<Finding> findings(Trace trace) {
    return new CommitmentCheck().assess(trace).getFirst().findings();
  }

  private static void isSound(Finding finding, Step step) {
    assertThat(step).isInstanceOf(Step.AgentTurn.class);
    assertThat(finding.end()).isGreaterThan(finding.start());
    assertThat(step.text().substring(finding.start(), finding.end())).isEqualTo(finding.text());
    assertThat(VERDICTS).contains(finding.verdict());
    assertThat(TYPES).contains(finding.type());
    assertThat(finding.normalised()).isNotBlank();
    assertThat(finding.reason()).isNotBlank();
  }
}
