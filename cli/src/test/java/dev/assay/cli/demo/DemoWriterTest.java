package dev.assay.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class DemoWriterTest {
  private static final Instant DAY = Instant.parse("2026-11-23T00:00:00Z");
  private static final JsonMapper JSON = new JsonMapper();

  private static DemoDay day() throws IOException {
    return new DemoWriter(Scripts.all()).write(7, 320, DAY);
  }

  @Test
  void the_same_seed_writes_the_same_day_and_another_seed_another() throws IOException {
    assertThat(day()).isEqualTo(day());
    var other = new DemoWriter(Scripts.all()).write(8, 320, DAY);
    assertThat(other.bodies()).doesNotContainAnyElementsOf(day().bodies());
  }

  @Test
  void every_body_keeps_the_trace_contract() throws IOException {
    for (String body : day().bodies()) {
      Contract.holds(JSON.readTree(body));
      Contract.spends(JSON.readTree(body));
    }
  }

  @Test
  void every_variant_of_every_script_keeps_the_contract_on_several_days() throws IOException {
    for (DemoScript script : Scripts.all()) {
      var writer = new DemoWriter(List.of(script));
      for (int seed = 0; seed < 6; seed++) {
        int all = script.variants().size() * 5;
        for (String body : writer.write(seed, all, DAY.plus(Duration.ofDays(seed))).bodies()) {
          Contract.holds(JSON.readTree(body));
          assertThat(body).as(script.id()).doesNotContainPattern("<[a-z]+[.a-z]*>");
        }
      }
    }
  }

  @Test
  void one_in_five_is_faulty_and_every_kind_occurs() throws IOException {
    DemoDay day = day();
    assertThat(day.truths()).hasSize(320);
    assertThat(day.faulty()).hasSize(64);
    assertThat(day.faulty().stream().map(Truth::fault).distinct())
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(FaultKind.values()));
  }

  @Test
  void the_wrong_value_stands_in_the_planted_message_and_the_right_one_does_not()
      throws IOException {
    DemoDay day = day();
    Map<String, List<JsonNode>> messages = joined(day);
    int values = 0;
    for (Truth truth : day.faulty()) {
      if (truth.wrong() == null) {
        continue;
      }
      values++;
      assertThat(truth.wrong()).isNotEqualTo(truth.right());
      JsonNode message = messages.getOrDefault(truth.traceId(), List.of()).get(truth.message());
      assertThat(message.get("role").asString()).as(truth.toString()).isEqualTo("assistant");
      assertThat(words(message)).as(truth.toString()).contains(truth.wrong());
      assertThat(words(message).replace(truth.wrong(), ""))
          .as(truth.toString())
          .doesNotContain(String.valueOf(truth.right()));
    }
    assertThat(values).isGreaterThan(20);
  }

  @Test
  void every_fault_has_its_message() throws IOException {
    DemoDay day = day();
    Map<String, List<JsonNode>> messages = joined(day);
    for (Truth truth : day.faulty()) {
      assertThat(truth.message())
          .as(truth.toString())
          .isBetween(0, messages.getOrDefault(truth.traceId(), List.of()).size() - 1);
    }
  }

  @Test
  void a_clean_voice_conversation_has_no_silence_of_two_seconds_and_a_planted_one_has()
      throws IOException {
    DemoDay day = day();
    Map<String, List<JsonNode>> messages = joined(day);
    for (Truth truth : day.truths()) {
      if (!truth.channel().equals("voice")) {
        continue;
      }
      int silence = longestSilence(messages.getOrDefault(truth.traceId(), List.of()));
      if (truth.clean()) {
        assertThat(silence).as(truth.toString()).isLessThan(2_000);
      } else if (truth.fault() == FaultKind.SLOW_RESPONSE
          || truth.fault() == FaultKind.LONG_PAUSE) {
        assertThat(silence).as(truth.toString()).isGreaterThan(2_000);
      }
    }
  }

  @Test
  void the_day_has_pieces_second_deliveries_and_a_flow_that_starts_in_the_afternoon()
      throws IOException {
    DemoDay day = day();
    assertThat(day.inPieces()).isGreaterThanOrEqualTo(5);
    assertThat(day.sentTwice()).isEqualTo(2);
    assertThat(new HashSet<>(day.bodies())).hasSize(day.bodies().size() - 2);
    Instant firstTradeIn =
        day.bodies().stream()
            .map(JSON::readTree)
            .filter(trace -> trace.get("flow").asString().equals("trade-in"))
            .map(trace -> Instant.parse(trace.get("started_at").asString()))
            .min(Instant::compareTo)
            .orElseThrow();
    assertThat(firstTradeIn).isAfterOrEqualTo(DAY.plus(Duration.ofHours(15)));
  }

  @Test
  void about_seven_in_ten_name_their_locale() throws IOException {
    List<String> bodies = day().bodies();
    long named = bodies.stream().filter(body -> JSON.readTree(body).has("locale")).count();
    assertThat((double) named / bodies.size()).isBetween(0.6, 0.8);
  }

  @Test
  void bench_traces_have_the_wanted_size_differ_and_keep_the_contract() throws IOException {
    var factory = new TraceFactory(Scripts.all(), 3, DAY);
    List<String> traces = IntStream.range(0, 400).mapToObj(i -> factory.trace(i, 8_192)).toList();
    assertThat(new HashSet<>(traces)).hasSize(400);
    Set<String> channels =
        traces.stream()
            .map(JSON::readTree)
            .peek(Contract::holds)
            .map(trace -> trace.get("channel").asString())
            .collect(Collectors.toSet());
    assertThat(channels).containsExactlyInAnyOrder("voice", "chat");
    List<Integer> sizes =
        traces.stream().map(trace -> trace.getBytes(StandardCharsets.UTF_8).length).toList();
    assertThat(sizes).allSatisfy(size -> assertThat(size).isBetween(7_400, 9_000));
    double mean = sizes.stream().mapToInt(Integer::intValue).average().orElse(0);
    assertThat(mean).isBetween(7_900.0, 8_500.0);
  }

  private static Map<String, List<JsonNode>> joined(DemoDay day) {
    var joined = new HashMap<String, List<JsonNode>>();
    for (String body : new java.util.LinkedHashSet<>(day.bodies())) {
      JsonNode trace = JSON.readTree(body);
      joined
          .computeIfAbsent(
              trace.get("conversation_id").asString(), id -> new java.util.ArrayList<>())
          .addAll(trace.get("messages").valueStream().toList());
    }
    return joined;
  }

  private static String words(JsonNode message) {
    JsonNode content = message.get("content");
    return content.isArray() ? content.get(0).get("text").asString() : content.asString();
  }

  private static int longestSilence(List<JsonNode> messages) {
    int end = 0;
    int longest = 0;
    for (JsonNode message : messages) {
      String role = message.get("role").asString();
      if (message.has("end_ms") && !role.equals("tool")) {
        longest = Math.max(longest, message.get("start_ms").asInt() - end);
        end = message.get("end_ms").asInt();
      }
    }
    return longest;
  }
}
