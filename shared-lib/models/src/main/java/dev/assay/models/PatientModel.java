package dev.assay.models;

import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.Spend;
import dev.assay.core.judge.CallTerms;
import dev.assay.core.judge.CostBound;
import dev.assay.core.judge.JudgeModel;
import dev.assay.core.judge.ModelReply;
import dev.assay.core.judge.ModelReply.Cause;
import dev.assay.core.judge.Prompt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Any model, asked within its rates and asked again where that may help: a refusal for load or a
 * fault of the server as often as {@link Patience} has it, an answer that broke off once more,
 * because it may have been paid. What still fails then is a passing fault, and the message waits in
 * its queue. What every attempt cost is counted. Safe for several threads; waits on the caller's.
 */
final class PatientModel implements JudgeModel {
  /** An answer that broke off is asked for once more. */
  private static final int PAID_ATTEMPTS = 2;

  private final JudgeModel model;
  private final Gate gate;
  private final Patience patience;
  private final CallLimits limits;
  private final RandomGenerator random;
  private final Time time;

  /**
   * @param limits whose output tokens are taken from the rate until the model has answered
   * @param random for the jitter; safe for several threads
   */
  PatientModel(
      JudgeModel model,
      RateLimits rates,
      Patience patience,
      CallLimits limits,
      RandomGenerator random,
      Time time) {
    this.model = model;
    this.gate = new Gate(model.id(), rates, time);
    this.patience = patience;
    this.limits = limits;
    this.random = random;
    this.time = time;
  }

  @Override
  public String id() {
    return model.id();
  }

  @Override
  public double upperCostUsd(Prompt prompt) {
    return model.upperCostUsd(prompt) * PAID_ATTEMPTS;
  }

  @Override
  public ModelReply ask(Prompt prompt) {
    return ask(prompt, CallTerms.STANDARD);
  }

  @Override
  public ModelReply ask(Prompt prompt, CallTerms terms) {
    Instant end = time.instant().plus(patience.total());
    Instant until = terms.until();
    CallTerms bound = terms.until(until != null && until.isBefore(end) ? until : end);
    try {
      return new Asking(prompt, bound).ask();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ModelReply.passing("the call was interrupted");
    }
  }

  /** Calls that may be under way now. */
  int atOnce() {
    return gate.atOnce();
  }

  /** One ask with its attempts. */
  private final class Asking {
    private final Prompt prompt;
    private final CallTerms terms;
    private final long tokens;
    private Spend spent = Spend.NOTHING;
    private int failures;
    private int broken;

    Asking(Prompt prompt, CallTerms terms) {
      this.prompt = prompt;
      this.terms = terms;
      this.tokens = CostBound.inputTokens(prompt) + limits.outputTokens(prompt);
    }

    ModelReply ask() throws InterruptedException {
      while (true) {
        Gate.Pass pass = gate.enter(tokens, inLine());
        if (pass == null) {
          return failed("the judge model's rate leaves no room for the call in time", true);
        }
        switch (attempt(pass)) {
          case ModelReply.Answered(String text, ModelReply.Ending ending, Spend spend) -> {
            return new ModelReply.Answered(text, ending, spent.plus(spend));
          }
          case ModelReply.Faulty faulty -> {
            spent = spent.plus(faulty.spend());
            Optional<Duration> wait = before(faulty);
            if (wait.isEmpty() || wait.get().compareTo(left()) >= 0) {
              return failed(faulty.fault().reason(), faulty.fault().passing());
            }
            time.sleep(wait.get());
          }
        }
      }
    }

    private ModelReply attempt(Gate.Pass pass) {
      ModelReply reply = null;
      try {
        reply = model.ask(prompt, terms);
        return reply;
      } finally {
        leave(pass, reply);
      }
    }

    private void leave(Gate.Pass pass, @Nullable ModelReply reply) {
      switch (reply) {
        case ModelReply.Answered answered ->
            gate.answered(pass, answered.spend().inputTokens() + answered.spend().outputTokens());
        case ModelReply.Faulty faulty when faulty.cause() == Cause.THROTTLED ->
            gate.throttled(pass, faulty.retryAfter());
        case ModelReply.Faulty faulty -> gate.failed(pass, faulty.spend().inputTokens());
        case null -> gate.failed(pass, 0);
      }
    }

    private Optional<Duration> before(ModelReply.Faulty faulty) {
      failures++;
      broken += faulty.cause() == Cause.BROKEN ? 1 : 0;
      boolean again =
          switch (faulty.cause()) {
            case LASTING -> false;
            case THROTTLED, DOWN -> failures < patience.attempts();
            case BROKEN -> broken < PAID_ATTEMPTS && failures < patience.attempts();
          };
      return again ? patience.before(failures, faulty.retryAfter(), random) : Optional.empty();
    }

    private Duration inLine() {
      Duration left = left();
      return left.compareTo(patience.inLine()) < 0 ? left : patience.inLine();
    }

    private Duration left() {
      return terms.until() == null
          ? patience.total()
          : Duration.between(time.instant(), terms.until());
    }

    private ModelReply failed(String reason, boolean passing) {
      return new ModelReply.Faulty(new Fault(reason, passing), spent);
    }
  }
}
