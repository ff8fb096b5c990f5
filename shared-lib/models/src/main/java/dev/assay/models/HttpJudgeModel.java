package dev.assay.models;

import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.Spend;
import dev.assay.core.judge.CallTerms;
import dev.assay.core.judge.JudgeModel;
import dev.assay.core.judge.ModelReply;
import dev.assay.core.judge.ModelReply.Cause;
import dev.assay.core.judge.Prompt;
import dev.assay.models.ApiKey.Held;
import dev.assay.models.JsonPost.Sent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model behind a {@link Protocol}. Each ask is one attempt: a second one is made at once only
 * without a part that the server refuses by name, or with a new key after a 401; what may pass is
 * for {@link PatientModel} to try again. Faults carry status codes only, never a body. Safe for
 * several threads.
 */
final class HttpJudgeModel implements JudgeModel {
  private static final Logger LOG = LoggerFactory.getLogger(HttpJudgeModel.class);

  private final String id;
  private final Protocol protocol;
  private final ApiKey key;
  private final Terms terms;
  private final JsonPost post;
  private final InstantSource clock;
  private volatile Set<Part> parts = Collections.unmodifiableSet(EnumSet.allOf(Part.class));

  /** Opens nothing yet. */
  HttpJudgeModel(String id, Protocol protocol, ApiKey key, Terms terms, InstantSource clock) {
    this.id = id;
    this.protocol = protocol;
    this.key = key;
    this.terms = terms;
    this.post = new JsonPost(terms.limits().connect());
    this.clock = clock;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public ModelReply ask(Prompt prompt) {
    return ask(prompt, CallTerms.STANDARD);
  }

  @Override
  public ModelReply ask(Prompt prompt, CallTerms asked) {
    return switch (key.held()) {
      case Held.Unreadable(ModelReply.Faulty fault) -> fault;
      case Held.None _ -> ask(prompt, asked, Map.of());
      case Held.Known known -> withKey(prompt, asked, known);
    };
  }

  private ModelReply withKey(Prompt prompt, CallTerms asked, Held.Known known) {
    Attempt first = attempt(prompt, asked, protocol.authorization(known.value()));
    if (first.status() != 401) {
      return first.reply();
    }
    return switch (key.after(known)) {
      case Held.Known newer when !newer.equals(known) ->
          ask(prompt, asked, protocol.authorization(newer.value()));
      case Held.Known _, Held.None _, Held.Unreadable _ -> first.reply();
    };
  }

  private ModelReply ask(Prompt prompt, CallTerms asked, Map<String, String> authorization) {
    return attempt(prompt, asked, authorization).reply();
  }

  /**
   * @param status 0 when there was none
   */
  private record Attempt(int status, ModelReply reply) {}

  private Attempt attempt(Prompt prompt, CallTerms asked, Map<String, String> authorization) {
    Map<String, String> headers = new HashMap<>(protocol.headers());
    headers.putAll(authorization);
    while (true) {
      Optional<Duration> left = terms.left(asked, clock);
      if (left.isEmpty()) {
        return new Attempt(0, Terms.OUT_OF_TIME);
      }
      Set<Part> sent = parts;
      String body = protocol.request(prompt, asked, sent);
      switch (post.send(protocol.endpoint(), headers, body, left.get())) {
        case Sent.Broken broken -> {
          return new Attempt(0, fault(broken, prompt));
        }
        case Sent.Response answer -> {
          if (answer.status() == 200) {
            return new Attempt(200, protocol.reply(answer.body(), prompt));
          }
          Optional<Part> refused = refused(answer, sent);
          if (refused.isEmpty()) {
            return new Attempt(answer.status(), fault(answer));
          }
          leaveOut(refused.get());
        }
      }
    }
  }

  private Optional<Part> refused(Sent.Response answer, Set<Part> sent) {
    boolean form = answer.status() == 400 || answer.status() == 422;
    return form ? protocol.refused(answer.body(), sent).filter(sent::contains) : Optional.empty();
  }

  private synchronized void leaveOut(Part part) {
    Set<Part> left = EnumSet.copyOf(parts);
    left.remove(part);
    parts = Collections.unmodifiableSet(left);
    LOG.info("judge model {} takes no {}: asked without it from now on", id, part);
  }

  private ModelReply fault(Sent.Response answer) {
    Duration wait = RetryAfter.of(answer.headers()::firstValue, clock.instant());
    return Statuses.fault(answer.status(), wait);
  }

  /** An answer that had begun is paid; what it cost is not known, so its bound is taken. */
  private ModelReply fault(Sent.Broken broken, Prompt prompt) {
    Spend spend = broken.begun() ? terms.lost(id, prompt) : Spend.NOTHING;
    Fault fault = new Fault(broken.reason(), broken.cause() != Cause.LASTING);
    return new ModelReply.Faulty(fault, spend, broken.cause(), null);
  }

  @Override
  public double upperCostUsd(Prompt prompt) {
    return terms.upperCostUsd(id, prompt);
  }
}
