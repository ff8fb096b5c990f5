package dev.assay.models;

import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.Spend;
import dev.assay.core.judge.ModelReply;
import dev.assay.core.judge.ModelReply.Cause;
import java.net.URI;

/** What the protocols over HTTP share. */
final class Endpoints {
  private Endpoints() {}

  /** The address with the path, unless it has it already. */
  static URI under(URI base, String path) {
    String text = base.toString().replaceAll("/+$", "");
    return URI.create(text.endsWith(path) ? text : text + path);
  }

  /**
   * A 200 that is no answer of the protocol. What looks like one that was damaged is asked for once
   * more and counted at what it cost at most; anything else comes from another endpoint than was
   * meant, and cost nothing. Neither passes by waiting.
   */
  static ModelReply unreadable(String body, String what, Spend lost) {
    String reason = "the model's endpoint answered 200 with " + what;
    boolean damaged = body.stripLeading().startsWith("{");
    return damaged
        ? new ModelReply.Faulty(new Fault(reason, false), lost, Cause.BROKEN, null)
        : new ModelReply.Faulty(new Fault(reason, false), Spend.NOTHING, Cause.LASTING, null);
  }
}
