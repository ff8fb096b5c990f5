package dev.assay.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SampleEventsTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void the_single_trace_keeps_the_contract_and_names_a_wrong_refund() throws IOException {
    String text = Files.readString(Scripts.events().resolve("trace.json"));
    Contract.holds(JSON.readTree(text));
    assertThat(text).contains("\\\"refund_amount\\\": 54.9").contains("refunded £64.90");
  }

  @Test
  void the_queue_sample_holds_two_traces_that_keep_the_contract() throws IOException {
    JsonNode event = JSON.readTree(Files.readString(Scripts.events().resolve("ingest-sqs.json")));
    assertThat(event.get("Records").size()).isEqualTo(2);
    for (JsonNode sent : event.get("Records")) {
      Contract.holds(JSON.readTree(sent.get("body").asString()));
    }
  }
}
