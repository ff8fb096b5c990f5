package dev.assay.core.check.commitment.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.check.AgentSettings;
import dev.assay.core.check.commitment.CommitmentCheck;
import dev.assay.core.check.commitment.Traces;
import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Finding;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.trace.ContextDocument;
import dev.assay.core.trace.Trace;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SilencedRuleTest {
  private static final Trace GHOST =
      Traces.aTrace()
          .called("get_order", "{\"id\":\"A1\"}", "{\"total\":40}")
          .agent("I've cancelled your order. Your total is $45.")
          .build();

  private static Assessment assess(AgentSettings settings) {
    return settings.silence(new CommitmentCheck().assess(settings.addTo(GHOST)).getFirst());
  }

  private static AgentSettings silencing(String... rules) {
    return new AgentSettings(
        List.of(), Set.copyOf(List.of(rules).stream().map(SilencedRule::parse).toList()));
  }

  @Test
  void a_silenced_finding_stays_as_not_checkable_and_says_what_it_would_be() {
    Assessment assessment = assess(silencing("ACTION/ghost"));

    assertThat(assessment.findings()).hasSize(2);
    Finding deed = assessment.findings().getFirst();
    assertThat(deed.verdict()).isEqualTo("not_checkable");
    assertThat(deed.reason()).startsWith("Silenced by ACTION/ghost, else ghost: ");
    assertThat(assessment.findings().get(1).verdict()).isEqualTo("contradicted");
    assertThat(assessment.verdict()).isEqualTo(Verdict.scored(0));
  }

  @Test
  void the_score_follows_what_is_left() {
    assertThat(assess(silencing("ACTION/*", "*/contradicted")).verdict())
        .isEqualTo(Verdict.scored(1));
    assertThat(assess(AgentSettings.NONE).verdict()).isEqualTo(Verdict.scored(0));
  }

  @Test
  void a_price_list_of_the_agent_is_evidence() {
    ContextDocument prices = new ContextDocument(null, "prices", "The express price is $45.", null);
    Assessment assessment = assess(new AgentSettings(List.of(prices), Set.of()));

    assertThat(assessment.findings().get(1).verdict()).isEqualTo("grounded");
    assertThat(assessment.findings().get(1).nearest()).contains("prices");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ghost|expected TYPE/verdict such as ACTION/ghost, got ghost",
        "*/*|expected a type or a verdict, got */*",
        "DEED/ghost|before the slash, got DEED",
        "ACTION/ghosts|behind the slash, got ghosts",
        "ACTION/grounded|behind the slash, got grounded",
      })
  void a_wrong_rule_is_told_with_what_was_expected(String rule, String message) {
    assertThatThrownBy(() -> SilencedRule.parse(rule))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({"ACTION/ghost", "SLA/*", "*/stale"})
  void a_rule_is_written_as_it_is_read(String rule) {
    assertThat(SilencedRule.parse(rule)).hasToString(rule);
  }
}
