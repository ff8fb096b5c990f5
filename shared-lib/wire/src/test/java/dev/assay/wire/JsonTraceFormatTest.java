package dev.assay.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.ingest.Reading;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonTraceFormatTest {
  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));
  private static final String HEAD =
      "{\"trace_id\":\"t\",\"started_at\":\"2026-11-22T09:00:00Z\",\"agent\":{\"name\":\"a\"},";
  private static final String MESSAGES = "\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]";

  private final JsonTraceFormat format = JsonTraceFormat.verbatim(NOW);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"partial\":\"yes\"|partial: expected true or false, got a string",
        "\"piece\":-1,\"conversation_id\":\"c\"|piece: expected 0 or more, got a negative number",
        "\"piece\":0|conversation_id: expected the id that all pieces share, got nothing",
        "\"piece\":0,\"conversation_id\":\"a b\"|conversation_id: expected 1 to 128 characters",
        "\"time_zone\":\"Mars\"|time_zone: expected an IANA zone",
        "\"ended_at\":\"yesterday\"|ended_at: expected an RFC 3339 time",
        "\"outcome\":{\"csat\":9}|outcome.csat: expected 1 to 5",
        "\"outcome\":[]|outcome: expected an object, got an array",
        "\"usage\":{\"cost_usd\":-1}|usage.cost_usd: expected 0 to 1000000",
        "\"usage\":{\"cost_usd\":1e400}|usage.cost_usd: expected a number of 64 bits",
        "\"llm_calls\":[{\"input_tokens\":\"9\"}]|llm_calls[0].input_tokens: expected a number",
        "\"context\":[7]|context[0]: expected an object, got a number",
        "\"metadata\":\"m\"|metadata: expected an object, got a string",
        "\"tags\":[\"a\",1]|tags[1]: expected a string, got a number",
      })
  void a_wrong_field_is_named_with_what_was_expected(String field, String reason) {
    assertThat(refusal(HEAD + field + "," + MESSAGES + "}")).contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|messages[0].role: expected a string, got nothing",
        "{\"role\":\"tool\",\"requestor\":\"dog\"}|messages[0].requestor: expected assistant or"
            + " user",
        "{\"role\":\"user\",\"content\":7}|messages[0].content: expected a string, an array",
        "{\"role\":\"user\",\"start_ms\":\"x\"}|messages[0].start_ms: expected a number",
        "{\"role\":\"assistant\",\"tool_calls\":[{}]}"
            + "|messages[0].tool_calls[0].function: expected an object, got nothing",
        "{\"role\":\"assistant\",\"tool_calls\":[{\"function\":{}}]}"
            + "|messages[0].tool_calls[0].function.name: expected a string, got nothing",
      })
  void a_wrong_message_is_named_by_its_index(String message, String reason) {
    assertThat(refusal(HEAD + "\"messages\":[" + message + "]}")).contains(reason);
  }

  @Test
  void a_time_before_any_agent_is_refused() {
    String old = HEAD.replace("2026-11-22T09", "-999999999-01-01T09");
    assertThat(refusal(old + MESSAGES + "}")).contains("started_at: expected a time since 1970");
  }

  @Test
  void what_goes_into_the_index_has_a_limit() {
    String longest = "x".repeat(257);
    assertThat(refusal(HEAD + "\"project\":\"" + longest + "\"," + MESSAGES + "}"))
        .contains("project: expected at most 256 characters, got a longer string");
    assertThat(refusal(HEAD.replace("\"a\"", "\"" + longest + "\"") + MESSAGES + "}"))
        .contains("agent.name: expected at most 256 characters");
  }

  @Test
  void all_problems_are_told_at_once() {
    assertThat(refusal("{}"))
        .contains("trace_id:")
        .contains("started_at:")
        .contains("agent:")
        .contains("messages:");
  }

  @Test
  void a_trace_of_a_hundred_thousand_messages_is_refused_by_its_number() {
    String message = "{\"role\":\"user\",\"content\":\"x\"},";
    String many = message.repeat(99_999) + "{\"role\":\"user\"}";
    assertThat(refusal(HEAD + "\"messages\":[" + many + "]}"))
        .contains("messages: expected at most 20000 items, got 100000 items");
  }

  @Test
  void nesting_without_end_is_refused_and_not_followed() {
    assertThat(refusal("[".repeat(100_000))).contains("body: expected a JSON object");
  }

  @Test
  void unknown_fields_are_kept_in_the_stored_form() {
    Reading.Accepted accepted = accepted(HEAD + "\"mood\":{\"x\":1.50}," + MESSAGES + "}");
    assertThat(accepted.stored().utf8()).contains("\"mood\":{\"x\":1.50}");
  }

  @Test
  void text_parts_are_joined_by_a_line_feed() {
    Trace trace =
        accepted(
                HEAD
                    + "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"a\"},"
                    + "{\"type\":\"image\"},{\"type\":\"text\",\"text\":\"b\"}]}]}")
            .trace();
    assertThat(trace.steps().getFirst().text()).isEqualTo("a\nb");
  }

  @Test
  void a_stored_trace_is_the_same_trace_again() {
    Reading.Accepted accepted = accepted(HEAD + MESSAGES + "}");
    assertThat(format.restore(accepted.stored())).isEqualTo(accepted.trace());
  }

  @Test
  void usage_is_the_sum_of_the_calls_and_unknown_when_one_does_not_say() {
    String calls = "\"llm_calls\":[{\"input_tokens\":2,\"cost_usd\":0.5},{\"input_tokens\":3%s}],";
    Trace known = accepted(HEAD + calls.formatted(",\"cost_usd\":0.25") + MESSAGES + "}").trace();
    assertThat(known.usage().inputTokens()).isEqualTo(5);
    assertThat(known.usage().costUsd()).isEqualTo(0.75);
    assertThat(accepted(HEAD + calls.formatted("") + MESSAGES + "}").trace().usage().costUsd())
        .isNull();
  }

  @Test
  void every_string_is_censored_but_identities_and_times() {
    JsonTraceFormat censoring =
        new JsonTraceFormat(
            NOW,
            conversation -> (field, text) -> text.replace("secret", "[X]"),
            JsonTraceFormat.LocaleGuess.NONE);
    String body =
        HEAD.replace("\"t\"", "\"secret-id\"")
            + "\"metadata\":{\"a\":[\"secret\"],\"secret\":1},\"new\":\"secret\",\"messages\":["
            + "{\"role\":\"tool\",\"content\":\"{\\\"k\\\": \\\"secret\\\"}\"},"
            + "{\"role\":\"tool\",\"content\":\"{\\\"k\\\":  1}\"}]}";
    Reading reading = censoring.read(Bytes.utf8(body));
    assertThat(reading).isInstanceOf(Reading.Accepted.class);
    String stored = ((Reading.Accepted) reading).stored().utf8();
    assertThat(stored)
        .contains("\"trace_id\":\"secret-id\"")
        .contains("{\"a\":[\"[X]\"],\"[X]\":1}")
        .contains("\"new\":\"[X]\"")
        .contains("{\\\"k\\\":\\\"[X]\\\"}")
        .contains("{\\\"k\\\":  1}");
    assertThat(stored.replace("secret-id", "")).doesNotContain("secret");
  }

  @Test
  void pieces_count_their_offsets_from_the_first() {
    List<Bytes> pieces =
        List.of(
            piece(0, "09:00:00", "\"usage\":{\"cost_usd\":0.1},\"tags\":[\"a\"]", 5),
            piece(1, "09:00:10", "\"usage\":{\"cost_usd\":0.2},\"tags\":[\"a\",\"b\"]", 7.25));
    Reading reading = format.join(pieces);
    Trace trace = ((Reading.Accepted) reading).trace();
    assertThat(trace.id().value()).isEqualTo("call-7");
    assertThat(trace.piece()).isNull();
    assertThat(trace.steps().stream().map(Step::timing).map(timing -> timing.startMs()))
        .containsExactly(5L, 10_007L);
    assertThat(trace.usage().costUsd()).isEqualTo(0.3, Offset.offset(1e-9));
    assertThat(trace.tags()).containsExactly("a", "b");
    assertThat(trace.startedAt()).isEqualTo(Instant.parse("2026-11-22T09:00:00Z"));
  }

  private static Bytes piece(int number, String time, String more, double startMs) {
    return Bytes.utf8(
        "{\"trace_id\":\"p%d\",\"conversation_id\":\"call-7\",\"piece\":%d,\"partial\":true,"
                .formatted(number, number)
            + "\"started_at\":\"2026-11-22T%sZ\",\"agent\":{\"name\":\"a\"},%s,"
                .formatted(time, more)
            + "\"messages\":[{\"role\":\"user\",\"content\":\"x\",\"start_ms\":%s}]}"
                .formatted(startMs));
  }

  private Reading.Accepted accepted(String body) {
    Reading reading = format.read(Bytes.utf8(body));
    assertThat(reading).isInstanceOf(Reading.Accepted.class);
    return (Reading.Accepted) reading;
  }

  private String refusal(String body) {
    Reading reading = format.read(Bytes.utf8(body));
    assertThat(reading).isInstanceOf(Reading.Refused.class);
    return ((Reading.Refused) reading).reason();
  }
}
