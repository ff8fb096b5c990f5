package dev.assay.models;

import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.Spend;
import dev.assay.core.judge.ModelReply;
import dev.assay.core.judge.ModelReply.Cause;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeException;

/** What an exception of the Bedrock client means. Reasons carry codes and class names only. */
final class BedrockFaults {
  private BedrockFaults() {}

  /**
   * The part of the request that a refusal names. A model without a cache is said by a 403, the
   * rest by a 400.
   */
  static Optional<Part> refused(RuntimeException thrown, Set<Part> parts) {
    if (!(thrown instanceof BedrockRuntimeException e)
        || (e.statusCode() != 400 && e.statusCode() != 403)) {
      return Optional.empty();
    }
    String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (words.contains("prompt caching")
        || words.contains("cachepoint")
        || words.contains("cache point")
        || words.contains("cache_control")) {
      return Optional.of(Part.CACHE);
    }
    if (e.statusCode() == 403) {
      return Optional.empty();
    }
    if (words.contains("temperature")) {
      return Optional.of(Part.TEMPERATURE);
    }
    if (words.contains("tool") && parts.contains(Part.TOOL)) {
      return Optional.of(Part.TOOL);
    }
    boolean format =
        words.contains("outputconfig")
            || words.contains("output_config")
            || words.contains("structured output");
    return format ? Optional.of(Part.FORMAT) : Optional.empty();
  }

  /** Bedrock refused. */
  static ModelReply of(BedrockRuntimeException e, Instant now) {
    String code = e.awsErrorDetails() == null ? "" : " " + e.awsErrorDetails().errorCode();
    Cause cause = e.isThrottlingException() ? Cause.THROTTLED : Statuses.cause(e.statusCode());
    return Statuses.fault(
        "Bedrock answered " + e.statusCode() + code, cause, RetryAfter.of(header(e), now));
  }

  private static Function<String, Optional<String>> header(BedrockRuntimeException e) {
    return name ->
        e.awsErrorDetails() == null || e.awsErrorDetails().sdkHttpResponse() == null
            ? Optional.empty()
            : e.awsErrorDetails().sdkHttpResponse().firstMatchingHeader(name);
  }

  /**
   * The way to Bedrock failed, or its answer could not be read.
   *
   * @param lost what an answer that broke off cost at most
   */
  static ModelReply ofWay(RuntimeException thrown, Spend lost) {
    String reason = "Bedrock cannot be reached: " + thrown.getClass().getSimpleName();
    // Without an IOException nothing was sent: no credentials, no region.
    boolean never =
        has(thrown, ConnectException.class)
            || has(thrown, UnknownHostException.class)
            || has(thrown, NoRouteToHostException.class)
            || !has(thrown, IOException.class);
    if (never) {
      return Statuses.fault(reason, Cause.DOWN, null);
    }
    if (has(thrown, BoundedAnswer.TooLarge.class)) {
      return new ModelReply.Faulty(
          new Fault(
              "Bedrock answered with more than " + BoundedAnswer.LARGEST_BYTES + " bytes", false),
          lost,
          Cause.LASTING,
          null);
    }
    if (isUnreadable(thrown)) {
      String what = "Bedrock answered 200 with no JSON of its protocol";
      return new ModelReply.Faulty(new Fault(what, false), lost, Cause.BROKEN, null);
    }
    boolean silent = has(thrown, SocketTimeoutException.class);
    return new ModelReply.Faulty(
        new Fault(reason, true), silent ? Spend.NOTHING : lost, Cause.BROKEN, null);
  }

  /** The SDK's own copy of a JSON reader has no name that may be imported. */
  private static boolean isUnreadable(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause.getClass().getSimpleName().startsWith("Json")) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(Throwable thrown, Class<?> type) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
