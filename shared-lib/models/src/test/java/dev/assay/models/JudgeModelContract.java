package dev.assay.models;

import static dev.assay.models.Judging.prompt;
import static dev.assay.models.ScriptedServer.json;
import static dev.assay.models.ScriptedServer.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.feedback.PriceTable;
import dev.assay.core.feedback.Spend;
import dev.assay.core.judge.CallTerms;
import dev.assay.core.judge.JudgeModel;
import dev.assay.core.judge.ModelReply;
import dev.assay.core.judge.ModelReply.Answered;
import dev.assay.core.judge.ModelReply.Ending;
import dev.assay.core.judge.ModelReply.Faulty;
import dev.assay.models.ScriptedServer.Answer;
import dev.assay.wire.Mappers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every adapter of {@link JudgeModel} owes, against a server that speaks its protocol. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
abstract class JudgeModelContract {
  static final String KEY = "sk-very-secret";
  static final int INPUT_TOKENS = 100_000;
  static final int OUTPUT_TOKENS = 20_000;

  private static final Patience QUICK =
      new Patience(
          4,
          Duration.ofMillis(20),
          Duration.ofSeconds(3),
          Duration.ofSeconds(3),
          Duration.ofSeconds(8));
  private static final CallLimits LIMITS =
      new CallLimits(Duration.ofSeconds(1), Duration.ofMillis(700), 1_000);
  private static final String OK = "{\"ok\":true}";

  /** The adapter alone, speaking to the server with {@link #KEY} where the protocol has keys. */
  abstract JudgeModel once(ScriptedServer server, Terms terms);

  /** A whole answer with usage of {@link #INPUT_TOKENS} and {@link #OUTPUT_TOKENS}. */
  abstract String completion(String answer);

  abstract String completionWithoutUsage(String answer);

  abstract String truncated();

  abstract String refused();

  final JudgeModel model(ScriptedServer server) {
    Terms terms = new Terms(LIMITS, PriceTable.builtIn());
    return new PatientModel(
        once(server, terms),
        RateLimits.DEFAULT,
        QUICK,
        LIMITS,
        new SplittableRandom(1),
        Time.SYSTEM);
  }

  private ModelReply ask(ScriptedServer server) {
    return model(server).ask(prompt());
  }

  private static Faulty faulty(ModelReply reply) {
    return switch (reply) {
      case Faulty faulty -> faulty;
      case Answered answered -> throw new AssertionError("answered " + answered);
    };
  }

  private static Answered answered(ModelReply reply) {
    return switch (reply) {
      case Answered answered -> answered;
      case Faulty faulty -> throw new AssertionError(faulty.fault().reason());
    };
  }

  @Test
  void an_answer_comes_with_its_text_tokens_and_cost() throws IOException {
    try (ScriptedServer server = new ScriptedServer(json(200, completion(OK)))) {
      JudgeModel model = model(server);
      Answered reply = answered(model.ask(prompt()));

      assertThat(Mappers.JSON.readTree(reply.text())).isEqualTo(Mappers.JSON.readTree(OK));
      assertThat(reply.ending()).isEqualTo(Ending.COMPLETE);
      assertThat(reply.spend().inputTokens()).isEqualTo(INPUT_TOKENS);
      assertThat(reply.spend().outputTokens()).isEqualTo(OUTPUT_TOKENS);
      double price =
          PriceTable.builtIn()
              .of(model.id())
              .map(known -> (INPUT_TOKENS * known.input() + OUTPUT_TOKENS * known.output()) / 1e6)
              .orElseThrow();
      assertThat(reply.spend().costUsd()).isCloseTo(price, within(1e-9));
      assertThat(reply.spend().estimated()).isFalse();
    }
  }

  @Test
  void what_the_request_says_is_the_prompt_with_its_schema() throws IOException {
    try (ScriptedServer server = new ScriptedServer(json(200, completion(OK)))) {
      ask(server);
      assertThat(server.requests).hasSize(1);
      assertThat(server.requests.getFirst().body())
          .contains(prompt().system(), prompt().user(), "\"additionalProperties\":false");
    }
  }

  @Test
  void a_call_costs_no_more_than_was_reserved_for_it() throws IOException {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.cut())) {
      JudgeModel model = model(server);
      double spent = model.ask(prompt()).spend().costUsd();
      assertThat(spent).isPositive().isLessThanOrEqualTo(model.upperCostUsd(prompt()));
    }
  }

  @Test
  void a_429_is_asked_again_after_the_seconds_it_names() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(json(429, "{}", "retry-after", "1"), json(200, completion(OK)))) {
      long start = System.nanoTime();
      answered(ask(server));
      assertThat(System.nanoTime() - start).isGreaterThan(1_000_000_000L);
      assertThat(server.requests).hasSize(2);
    }
  }

  @Test
  void a_429_is_asked_again_after_the_date_it_names() throws IOException {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(2));
    try (ScriptedServer server =
        new ScriptedServer(json(429, "{}", "retry-after", date), json(200, completion(OK)))) {
      long start = System.nanoTime();
      answered(ask(server));
      assertThat(System.nanoTime() - start).isGreaterThan(900_000_000L);
    }
  }

  @Test
  void a_long_retry_after_is_left_to_the_queue() throws IOException {
    try (ScriptedServer server = new ScriptedServer(json(429, "{}", "retry-after", "120"))) {
      assertThat(faulty(ask(server)).fault().passing()).isTrue();
      assertThat(server.requests).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 529})
  void a_storm_is_a_passing_fault_after_four_attempts_and_costs_nothing(int status)
      throws IOException {
    try (ScriptedServer server = new ScriptedServer(json(status, "down"))) {
      Faulty fault = faulty(ask(server));
      assertThat(fault.fault().passing()).isTrue();
      assertThat(fault.spend()).isEqualTo(Spend.NOTHING);
      assertThat(server.requests).hasSize(4);
    }
  }

  @Test
  void an_answer_after_two_failures_is_an_answer() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(json(500, "{}"), json(503, "{}"), json(200, completion(OK)))) {
      answered(ask(server));
      assertThat(server.requests).hasSize(3);
    }
  }

  @Test
  void silence_ends_with_the_time_limit_is_tried_once_more_and_passes() throws IOException {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.silence())) {
      long start = System.nanoTime();
      assertThat(faulty(ask(server)).fault().passing()).isTrue();
      assertThat(System.nanoTime() - start).isLessThan(4_000_000_000L);
      assertThat(server.requests).hasSize(2);
    }
  }

  @Test
  void a_body_that_trickles_ends_with_the_time_limit() throws IOException {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.trickle())) {
      long start = System.nanoTime();
      assertThat(faulty(ask(server)).fault().passing()).isTrue();
      assertThat(System.nanoTime() - start).isLessThan(4_000_000_000L);
      assertThat(server.requests).hasSize(2);
    }
  }

  @Test
  void an_answer_that_breaks_off_is_asked_for_once_more_and_counted_as_paid() throws IOException {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.cut())) {
      Faulty fault = faulty(ask(server));
      assertThat(fault.fault().passing()).isTrue();
      assertThat(fault.spend().estimated()).isTrue();
      assertThat(fault.spend().outputTokens()).isEqualTo(2L * LIMITS.outputTokens());
      assertThat(server.requests).hasSize(2);
    }
  }

  @Test
  void a_connection_that_ends_without_a_word_is_tried_once_more() throws IOException {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.hangUp())) {
      assertThat(faulty(ask(server)).fault().passing()).isTrue();
      assertThat(server.requests).hasSize(2);
    }
  }

  @Test
  void nobody_listening_is_a_passing_fault_that_costs_nothing() throws IOException {
    ScriptedServer gone = new ScriptedServer(json(200, "{}"));
    gone.close();
    Faulty fault = faulty(ask(gone));
    assertThat(fault.fault().passing()).isTrue();
    assertThat(fault.spend()).isEqualTo(Spend.NOTHING);
  }

  @Test
  void a_200_that_is_no_answer_of_the_protocol_is_a_lasting_fault() throws IOException {
    List<Answer> answers =
        List.of(
            json(200, "{\"ok\":tr"),
            json(200, "{}"),
            json(200, "[1]"),
            typed("text/html", 200, "<html>Sign in</html>"));
    for (Answer answer : answers) {
      try (ScriptedServer server = new ScriptedServer(answer)) {
        assertThat(faulty(ask(server)).fault().passing()).isFalse();
        assertThat(server.requests.size()).isLessThanOrEqualTo(2);
      }
    }
  }

  @Test
  void a_damaged_answer_is_asked_for_again() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(json(200, "{\"x\":[1,"), json(200, completion(OK)))) {
      assertThat(answered(ask(server)).spend().estimated()).isTrue();
    }
  }

  @Test
  void the_content_type_does_not_matter_when_the_answer_can_be_read() throws IOException {
    try (ScriptedServer server = new ScriptedServer(typed("text/plain", 200, completion(OK)))) {
      assertThat(answered(ask(server)).text()).contains("ok");
    }
  }

  @Test
  void an_answer_of_another_form_is_handed_on_as_it_is() throws IOException {
    try (ScriptedServer server = new ScriptedServer(json(200, completion("{\"no\":[1]}")))) {
      Answered reply = answered(ask(server));
      assertThat(reply.ending()).isEqualTo(Ending.COMPLETE);
      assertThat(reply.text()).isEqualTo("{\"no\":[1]}");
    }
  }

  @Test
  void a_truncated_and_a_refused_answer_say_so_and_are_paid() throws IOException {
    try (ScriptedServer server = new ScriptedServer(json(200, truncated()), json(200, refused()))) {
      Answered first = answered(ask(server));
      assertThat(first.ending()).isEqualTo(Ending.TRUNCATED);
      assertThat(first.spend().inputTokens()).isEqualTo(INPUT_TOKENS);
      assertThat(answered(ask(server)).ending()).isEqualTo(Ending.REFUSED);
    }
  }

  @Test
  void where_usage_is_missing_it_is_estimated_and_said_to_be() throws IOException {
    try (ScriptedServer server = new ScriptedServer(json(200, completionWithoutUsage(OK)))) {
      Spend spend = answered(ask(server)).spend();
      assertThat(spend.estimated()).isTrue();
      assertThat(spend.inputTokens()).isGreaterThan(500);
      assertThat(spend.costUsd()).isPositive();
    }
  }

  @Test
  void a_redirect_is_not_followed() throws IOException {
    try (ScriptedServer other = new ScriptedServer(json(200, completion(OK)));
        ScriptedServer server =
            new ScriptedServer(json(307, "", "location", other.uri() + "/v1/elsewhere"))) {
      assertThat(faulty(ask(server)).fault().passing()).isFalse();
      assertThat(other.requests).isEmpty();
      assertThat(server.requests).hasSize(1);
    }
  }

  @Test
  void a_body_without_end_is_given_up() throws IOException {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.flood())) {
      Faulty fault = faulty(ask(server));
      assertThat(fault.fault().passing()).isFalse();
      assertThat(fault.fault().reason()).contains("more than 4194304 bytes");
      assertThat(server.requests).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 413})
  void a_refusal_is_a_lasting_fault_that_tells_its_status_and_nothing_else(int status)
      throws IOException {
    String echo = "{\"error\":{\"message\":\"" + KEY + " " + prompt().user() + "\"}}";
    try (ScriptedServer server = new ScriptedServer(json(status, echo))) {
      Faulty fault = faulty(ask(server));
      assertThat(fault.fault().passing()).isFalse();
      assertThat(fault.fault().reason())
          .contains(Integer.toString(status))
          .doesNotContain(KEY)
          .doesNotContain("Private");
      assertThat(server.requests).hasSize(1);
    }
  }

  @Test
  void nothing_is_asked_when_the_time_is_over_and_nothing_waits_longer_than_it()
      throws IOException {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.silence())) {
      JudgeModel model = model(server);
      CallTerms over = CallTerms.STANDARD.until(Instant.now().minusSeconds(1));
      assertThat(faulty(model.ask(prompt(), over)).fault().passing()).isTrue();
      assertThat(server.requests).isEmpty();

      long start = System.nanoTime();
      CallTerms soon = CallTerms.STANDARD.until(Instant.now().plusMillis(300));
      assertThat(faulty(model.ask(prompt(), soon)).fault().passing()).isTrue();
      assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
    }
  }
}
