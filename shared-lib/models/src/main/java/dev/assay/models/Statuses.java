package dev.assay.models;

import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.Spend;
import dev.assay.core.judge.ModelReply.Cause;
import dev.assay.core.judge.ModelReply.Faulty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an HTTP status other than 200 means for a call. The reason tells the status alone. */
final class Statuses {
  /** Anthropic's "overloaded". */
  private static final int OVERLOADED = 529;

  private Statuses() {}

  static Cause cause(int status) {
    if (status == 429 || status == OVERLOADED) {
      return Cause.THROTTLED;
    }
    return status == 408 || status >= 500 ? Cause.DOWN : Cause.LASTING;
  }

  static Faulty fault(int status, @Nullable Duration retryAfter) {
    String redirect = status >= 300 && status < 400 ? ", a redirect, which is not followed" : "";
    return fault("the model's endpoint answered " + status + redirect, cause(status), retryAfter);
  }

  static Faulty fault(String reason, Cause cause, @Nullable Duration retryAfter) {
    Fault fault = new Fault(reason, cause != Cause.LASTING);
    return new Faulty(fault, Spend.NOTHING, cause, retryAfter);
  }
}
