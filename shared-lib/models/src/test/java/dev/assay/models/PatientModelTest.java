package dev.assay.models;

import static dev.assay.models.Judging.prompt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.Spend;
import dev.assay.core.judge.CallTerms;
import dev.assay.core.judge.JudgeModel;
import dev.assay.core.judge.ModelReply;
import dev.assay.core.judge.ModelReply.Cause;
import dev.assay.core.judge.Prompt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatientModelTest {
  private static final ModelReply ANSWER =
      new ModelReply.Answered("{}", ModelReply.Ending.COMPLETE, new Spend(1_000, 100, 0.01));

  private static final CallLimits LIMITS =
      new CallLimits(Duration.ofSeconds(1), Duration.ofSeconds(60), 1_000);

  private final SteppedTime time = new SteppedTime();

  private static ModelReply fault(Cause cause, @Nullable Duration wait) {
    return Statuses.fault("no", cause, wait);
  }

  private static ModelReply fault(Cause cause) {
    return fault(cause, null);
  }

  private PatientModel patient(JudgeModel model, RateLimits limits) {
    return new PatientModel(model, limits, Patience.DEFAULT, LIMITS, new SplittableRandom(1), time);
  }

  private PatientModel patient(JudgeModel model) {
    return patient(model, RateLimits.DEFAULT);
  }

  @Test
  void waits_are_drawn_evenly_below_a_ceiling_that_doubles() {
    for (int failures = 1; failures <= 12; failures++) {
      long ceiling = Math.min(20_000, 500L << (failures - 1));
      SplittableRandom random = new SplittableRandom(7);
      List<Long> waits = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        waits.add(Patience.DEFAULT.before(failures, null, random).orElseThrow().toMillis());
      }
      assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(0L, ceiling));
      assertThat(waits.stream().mapToLong(wait -> wait).average().orElseThrow())
          .isBetween(0.43 * ceiling, 0.57 * ceiling);
    }
  }

  @Test
  void what_the_server_asks_for_is_waited_for_and_a_little_longer() {
    ScriptedModel model =
        new ScriptedModel(n -> n == 1 ? fault(Cause.THROTTLED, Duration.ofSeconds(8)) : ANSWER);
    assertThat(patient(model).ask(prompt())).isInstanceOf(ModelReply.Answered.class);
    assertThat(time.sleeps.getFirst()).isBetween(Duration.ofSeconds(8), Duration.ofMillis(8_500));
  }

  @Test
  void a_lasting_fault_is_not_tried_again() {
    ScriptedModel model = new ScriptedModel(n -> fault(Cause.LASTING));
    patient(model).ask(prompt());
    assertThat(model.asked).isEqualTo(1);
  }

  @Test
  void an_answer_that_broke_off_is_asked_for_once_more_and_both_are_counted() {
    Spend lost = new Spend(1, 1, 0.5, true);
    ScriptedModel model =
        new ScriptedModel(
            n -> new ModelReply.Faulty(new Fault("cut", true), lost, Cause.BROKEN, null));
    assertThat(patient(model).ask(prompt()).spend()).isEqualTo(lost.plus(lost));
    assertThat(model.asked).isEqualTo(2);
  }

  @Test
  void attempts_and_waits_stay_within_the_total_and_within_the_callers_time() {
    JudgeModel slow =
        new ScriptedModel(n -> {
          time.pass(Duration.ofSeconds(50));
          return fault(Cause.DOWN);
        });
    ModelReply reply = patient(slow).ask(prompt());
    assertThat(reply).isInstanceOf(ModelReply.Faulty.class);
    assertThat(time.nanos()).isLessThanOrEqualTo(Duration.ofSeconds(170).toNanos());

    ScriptedModel model = new ScriptedModel(n -> fault(Cause.DOWN, Duration.ofSeconds(5)));
    Instant until = time.instant().plusSeconds(6);
    patient(model).ask(prompt(), CallTerms.STANDARD.until(until));
    assertThat(model.asked).isEqualTo(2);
    assertThat(time.instant()).isBeforeOrEqualTo(until);
  }

  @Test
  void no_minute_sees_more_calls_than_the_limit() {
    List<Long> calls = new ArrayList<>();
    JudgeModel model =
        new ScriptedModel(n -> {
          calls.add(time.nanos());
          return ANSWER;
        });
    PatientModel patient = patient(model, new RateLimits(60, 0, 4));
    for (int i = 0; i < 300; i++) {
      assertThat(patient.ask(prompt())).isInstanceOf(ModelReply.Answered.class);
    }
    long minute = Duration.ofMinutes(1).toNanos();
    for (long start : calls) {
      assertThat(calls.stream().filter(at -> at >= start && at < start + minute).count())
          .isLessThanOrEqualTo(60);
    }
    assertThat(calls.getLast()).as("and not much slower").isLessThan(7 * minute);
  }

  @Test
  void tokens_are_limited_by_what_calls_really_take() {
    JudgeModel model = new ScriptedModel(n -> ANSWER);
    PatientModel patient = patient(model, new RateLimits(0, 66_000, 4));
    for (int i = 0; i < 150; i++) {
      assertThat(patient.ask(prompt())).isInstanceOf(ModelReply.Answered.class);
    }
    // 150 calls of 1 100 tokens at five sixths of 66 000 a minute, less the burst of 11 000.
    assertThat(time.nanos() / 1e9).isBetween(160.0, 175.0);
  }

  @Test
  void a_wait_longer_than_the_bound_is_a_passing_fault_and_takes_nothing_from_the_rate() {
    ScriptedModel model = new ScriptedModel(n -> ANSWER);
    PatientModel patient = patient(model, new RateLimits(1, 0, 1));
    patient.ask(prompt());
    for (int i = 0; i < 5; i++) {
      ModelReply reply = patient.ask(prompt());
      assertThat(reply)
          .isInstanceOfSatisfying(
              ModelReply.Faulty.class, faulty -> assertThat(faulty.fault().passing()).isTrue());
    }
    assertThat(time.sleeps).isEmpty();
    assertThat(model.asked).isEqualTo(1);
    time.pass(Duration.ofMinutes(2));
    assertThat(patient.ask(prompt())).isInstanceOf(ModelReply.Answered.class);
  }

  @Test
  void too_many_calls_halve_what_may_be_under_way_and_answers_raise_it_again() {
    AtomicInteger throttled = new AtomicInteger(4);
    JudgeModel model =
        new ScriptedModel(n -> {
          time.pass(Duration.ofMillis(1));
          return throttled.getAndDecrement() > 0 ? fault(Cause.THROTTLED) : ANSWER;
        });
    PatientModel patient = patient(model, new RateLimits(0, 0, 16));
    patient.ask(prompt());
    assertThat(patient.atOnce()).isEqualTo(1);
    for (int i = 0; i < 5; i++) {
      patient.ask(prompt());
    }
    assertThat(patient.atOnce()).isEqualTo(3);
    for (int i = 0; i < 200; i++) {
      patient.ask(prompt());
    }
    assertThat(patient.atOnce()).isEqualTo(16);
  }

  @Test
  void no_more_calls_are_under_way_than_allowed() throws Exception {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch three = new CountDownLatch(3);
    JudgeModel model =
        new JudgeModel() {
          @Override
          public String id() {
            return "busy";
          }

          @Override
          public ModelReply ask(Prompt prompt) {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            three.countDown();
            try {
              three.await();
              Thread.sleep(2);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            underWay.decrementAndGet();
            return ANSWER;
          }
        };
    PatientModel patient =
        new PatientModel(
            model,
            new RateLimits(0, 0, 3),
            Patience.DEFAULT,
            LIMITS,
            new SplittableRandom(1),
            Time.SYSTEM);
    List<Future<ModelReply>> replies = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        replies.add(threads.submit(() -> patient.ask(prompt())));
      }
    }
    for (Future<ModelReply> reply : replies) {
      assertThat(reply.get()).isInstanceOf(ModelReply.Answered.class);
    }
    assertThat(most).hasValue(3);
  }

  @Test
  void an_interrupted_wait_is_a_passing_fault_and_stays_interrupted() throws Exception {
    ScriptedModel model = new ScriptedModel(n -> fault(Cause.DOWN, Duration.ofSeconds(15)));
    PatientModel patient =
        new PatientModel(
            model,
            RateLimits.DEFAULT,
            Patience.DEFAULT,
            LIMITS,
            new SplittableRandom(1),
            Time.SYSTEM);
    Thread.currentThread().interrupt();
    ModelReply reply = patient.ask(prompt());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(reply)
        .isInstanceOfSatisfying(
            ModelReply.Faulty.class, faulty -> assertThat(faulty.fault().passing()).isTrue());
  }
}
