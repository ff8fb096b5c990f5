package dev.assay.core.judge.evidence;

import dev.assay.core.feedback.Finding;
import dev.assay.core.judge.evidence.Mention.Kind;
import dev.assay.core.trace.ContextDocument;
import dev.assay.core.trace.Json;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One trace read from its beginning: evidence grows, and each claim meets what stands so far. */
final class Hearing {
  private final Facts trusted = new Facts();
  private final Facts customers = new Facts();
  private final Calls calls;
  private final Amounts amounts = new Amounts();
  private final Set<String> heard = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();
  private final boolean german;
  private double weight;
  private double supportedWeight;
  private int graveUnsupported;
  private boolean evidence;

  private Hearing(Trace trace) {
    this.calls = Calls.of(trace);
    this.german = trace.language().filter("de"::equals).isPresent();
    this.evidence = !calls.isEmpty();
  }

  static Hearing of(Trace trace) {
    Hearing hearing = new Hearing(trace);
    trace.context().forEach(hearing::read);
    for (int i = 0; i < trace.steps().size(); i++) {
      switch (trace.steps().get(i)) {
        case Step.SystemPrompt prompt -> hearing.trust(prompt.text());
        case Step.UserTurn turn -> hearing.customers.read(turn.text());
        case Step.ToolResult result -> hearing.read(result);
        case Step.AgentTurn turn -> hearing.hear(i, turn.text());
      }
    }
    return hearing;
  }

  /** How many distinct claims there were. */
  int claims() {
    return heard.size();
  }

  boolean hasEvidence() {
    return evidence;
  }

  double weight() {
    return weight;
  }

  double supportedWeight() {
    return supportedWeight;
  }

  /** Deeds and amounts of money without evidence. */
  int graveUnsupported() {
    return graveUnsupported;
  }

  /** One for each unsupported claim, in the order of the trace. */
  List<Finding> findings() {
    return findings;
  }

  private void trust(String text) {
    evidence |= !text.isBlank();
    trusted.read(text);
  }

  private void read(ContextDocument document) {
    String title = document.title();
    trust(title == null ? document.text() : title + "\n" + document.text());
    Json json = document.json();
    if (json != null) {
      trusted.read(json);
      evidence = true;
    }
  }

  private void read(Step.ToolResult result) {
    if (!result.seenByAgent() || Calls.failed(result)) {
      return;
    }
    trusted.read(result.json());
    Json arguments = calls.argumentsOf(result);
    if (arguments != null) {
      trusted.read(arguments);
    }
  }

  private void hear(int message, String text) {
    if (text.isBlank()) {
      return;
    }
    List<Mention> mentions = Mentions.in(text);
    amounts.nextTurn();
    for (DoneClaims.Done done : DoneClaims.in(text, mentions)) {
      deed(message, text, done);
    }
    for (Mention mention : mentions) {
      if (Claims.isClaim(text, mention)) {
        value(message, text, mention);
      }
    }
    if (!german) {
      // German writes every noun with a capital: names cannot be told by it.
      Names.in(text, mentions).forEach(name -> name(message, text, name));
    }
  }

  private void deed(int message, String text, DoneClaims.Done done) {
    String words = text.substring(done.start(), done.end());
    Claim claim =
        new Claim(
            message, done.start(), done.end(), words, "ACTION", done.family().name(), 3, true);
    Calls.Support support = calls.support(done.family(), message);
    judge(claim, support == Calls.Support.DONE, verdict(support), reason(support));
  }

  private static String verdict(Calls.Support support) {
    return support == Calls.Support.FAILED ? "action_failed" : "ghost";
  }

  private static String reason(Calls.Support support) {
    return support == Calls.Support.FAILED
        ? "was tried, and the call failed"
        : "was not done by any call";
  }

  private void value(int message, String text, Mention mention) {
    Kind kind = mention.kind();
    boolean priced = kind == Kind.MONEY || kind == Kind.PERCENT;
    boolean supported =
        trusted.has(kind, mention.readings())
            || (!priced && customers.has(kind, mention.readings()))
            || (kind == Kind.MONEY && amounts.derive(mention.readings()));
    if (supported && kind == Kind.MONEY) {
      amounts.add(mention.readings());
    }
    String normal = String.join("|", mention.readings());
    String words = text.substring(mention.start(), mention.end());
    Claim claim =
        new Claim(
            message,
            mention.start(),
            mention.end(),
            words,
            kind.name(),
            normal,
            Claims.weight(kind),
            kind == Kind.MONEY);
    judge(claim, supported, "unsupported", "stands in no evidence");
  }

  private void name(int message, String text, Names.Name name) {
    boolean supported = true;
    for (String word : name.words()) {
      supported &= trusted.hasWord(word) || customers.hasWord(word);
    }
    String words = text.substring(name.start(), name.end());
    String normal = String.join(" ", name.words());
    Claim claim = new Claim(message, name.start(), name.end(), words, "NAME", normal, 0.5, false);
    judge(claim, supported, "unsupported", "stands in no evidence");
  }

  private void judge(Claim claim, boolean supported, String verdict, String reason) {
    if (!heard.add(claim.key())) {
      return;
    }
    weight += claim.weight();
    if (supported) {
      supportedWeight += claim.weight();
    } else {
      graveUnsupported += claim.grave() ? 1 : 0;
      findings.add(claim.finding(verdict, reason));
    }
  }
}
