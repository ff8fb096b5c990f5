package dev.assay.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.check.AgentSettings;
import dev.assay.core.check.commitment.verdict.SilencedRule;
import dev.assay.core.trace.Json;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AgentSettingsJsonTest {
  @Test
  void settings_come_back_as_they_were_written() {
    AgentSettings settings =
        new AgentSettings(
            List.of(
                AgentSettingsJson.document("terms.md", "Refunds take 5 days. [sic]"),
                AgentSettingsJson.document(
                    "prices.json",
                    "[{\"plan\":\"Basic\",\"monthly\":19.50,\"open\":true,\"x\":null}]")),
            Set.of(SilencedRule.parse("ACTION/ghost"), SilencedRule.parse("*/stale")));

    String written = AgentSettingsJson.write(settings).toString();

    assertThat(AgentSettingsJson.read(written)).isEqualTo(settings);
  }

  @Test
  void only_an_object_or_an_array_is_read_as_json() {
    assertThat(AgentSettingsJson.document("a", "{\"fee\":3}").json()).isInstanceOf(Json.Obj.class);
    assertThat(AgentSettingsJson.document("a", "30 days").json()).isNull();
    assertThat(AgentSettingsJson.document("a", "{broken").text()).isEqualTo("{broken");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "no json|settings: expected a JSON object, got no JSON",
        "[]|settings: expected a JSON object",
        "{\"evidence\":7}|evidence: expected an array",
        "{\"evidence\":[{\"text\":7}]}|evidence[0].text: expected a string, got a number",
        "{\"silence\":\"ACTION/ghost\"}|silence: expected an array of rules",
        "{\"silence\":[\"ghost\"]}|silence: expected TYPE/verdict",
      })
  void a_wrong_document_is_told_with_its_field(String document, String message) {
    assertThatThrownBy(() -> AgentSettingsJson.read(document))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
