package dev.assay.core.check.commitment;

import dev.assay.core.check.commitment.claim.Commitment;
import dev.assay.core.check.commitment.claim.Commitments;
import dev.assay.core.check.commitment.claim.Turn;
import dev.assay.core.check.commitment.evidence.DayShifts;
import dev.assay.core.check.commitment.evidence.EvidenceIndex;
import dev.assay.core.check.commitment.evidence.Fact;
import dev.assay.core.check.commitment.evidence.KnownProse;
import dev.assay.core.check.commitment.evidence.Prose;
import dev.assay.core.check.commitment.evidence.Records;
import dev.assay.core.check.commitment.evidence.ResultReader;
import dev.assay.core.check.commitment.evidence.ResultReader.Origin;
import dev.assay.core.check.commitment.grammar.Now;
import dev.assay.core.check.commitment.grammar.Reader;
import dev.assay.core.check.commitment.grammar.Today;
import dev.assay.core.check.commitment.ladder.Ruling;
import dev.assay.core.check.commitment.ladder.deed.DeedLadder;
import dev.assay.core.check.commitment.ladder.deed.Promises;
import dev.assay.core.check.commitment.ladder.deed.Proposal;
import dev.assay.core.check.commitment.ladder.money.MoneyLadder;
import dev.assay.core.check.commitment.ladder.money.PercentLadder;
import dev.assay.core.check.commitment.ladder.remark.RemarkLadder;
import dev.assay.core.check.commitment.ladder.terms.PolicyLadder;
import dev.assay.core.check.commitment.ladder.terms.QuantityLadder;
import dev.assay.core.check.commitment.ladder.time.SpanLadder;
import dev.assay.core.check.commitment.ladder.time.WhenLadder;
import dev.assay.core.check.commitment.ledger.Calls;
import dev.assay.core.check.commitment.ledger.Keys;
import dev.assay.core.check.commitment.ledger.Ledger;
import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Remark;
import dev.assay.core.check.commitment.value.Value.Deed;
import dev.assay.core.check.commitment.value.Value.Money;
import dev.assay.core.check.commitment.value.Value.Percent;
import dev.assay.core.check.commitment.value.Value.Quantity;
import dev.assay.core.check.commitment.value.Value.Span;
import dev.assay.core.check.commitment.value.Value.Terms;
import dev.assay.core.check.commitment.value.Value.When;
import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.ContextDocument;
import dev.assay.core.trace.Json;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Timing;
import dev.assay.core.trace.Trace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reading of one trace, message by message: evidence is gathered, agent turns are checked. */
final class Audit {
  private final Trace trace;
  private final Lexicon lexicon;
  private final EvidenceIndex index;
  private final ResultReader results;
  private final Records records;
  private final Ledger ledger;
  private final Calls calls = new Calls();
  private final MoneyLadder money;
  private final PercentLadder percents;
  private final DayShifts shifts;
  private final WhenLadder whens;
  private final SpanLadder spans;
  private final QuantityLadder quantities;
  private final PolicyLadder policies;
  private final DeedLadder deeds;
  private final Promises promises;
  private final Proposal proposal = new Proposal();
  private final RemarkLadder remarks;
  private final List<Finding> findings = new ArrayList<>();

  /** Evidence that came since the last commitment; read when the next one is held against it. */
  private final List<Runnable> unread = new ArrayList<>();

  private @Nullable LocalDate statedToday;
  private @Nullable Now statedNow;
  private Timing saying = Timing.UNKNOWN;
  private List<Long> earlier = List.of();

  Audit(Trace trace) {
    this.trace = trace;
    this.lexicon = Lexicon.forLocale(trace.locale());
    Keys keys = new Keys();
    this.index = new EvidenceIndex();
    this.results = new ResultReader(index, lexicon);
    this.ledger = new Ledger(lexicon);
    this.remarks = new RemarkLadder(ledger, keys);
    this.records = new Records(index, results, ledger);
    this.money = new MoneyLadder(index);
    this.percents = new PercentLadder(index);
    index.zone(trace.timeZone());
    this.shifts = new DayShifts(index);
    this.whens = new WhenLadder(index);
    this.spans = new SpanLadder(index);
    this.quantities = new QuantityLadder(index);
    this.policies = new PolicyLadder(index);
    this.deeds = new DeedLadder(calls, money);
    this.promises = new Promises(deeds);
  }

  /** Every commitment with its verdict, in the order it was said. */
  List<Finding> findings() {
    trace.context().forEach(this::document);
    for (int i = 0; i < trace.steps().size(); i++) {
      step(trace.steps().get(i), i);
    }
    promises.settle(findings);
    return findings;
  }

  private void document(ContextDocument document) {
    String name =
        document.title() != null
            ? document.title()
            : document.id() != null ? document.id() : "context";
    Origin origin = new Origin(Fact.Source.CONTEXT, -1, name, day(Timing.UNKNOWN), true);
    Json json = document.json();
    if (json != null) {
      unread.add(() -> results.json(json, origin));
    }
    policy(document.text(), origin);
  }

  private void policy(String text, Origin origin) {
    Prose prose = KnownProse.SHARED.read(text, lexicon, origin.today());
    if (statedToday == null) {
      statedToday = Today.statedIn(prose.utterance()).orElse(null);
      statedNow =
          statedToday == null ? null : Now.stated(statedToday, prose.utterance(), trace.timeZone());
    }
    unread.add(() -> results.prose(prose, "", origin));
  }

  private void step(Step step, int message) {
    LocalDate today = day(step.timing());
    switch (step) {
      case Step.SystemPrompt prompt ->
          policy(prompt.text(), new Origin(Fact.Source.POLICY, message, "policy", today, true));
      case Step.UserTurn turn -> {
        Origin origin = new Origin(Fact.Source.USER, message, "customer", today, true);
        Utterance words = new Utterance(turn.text(), lexicon);
        unread.add(() -> {
          results.prose(Prose.read(words, today), "", origin);
          ledger.heard(words, message);
        });
        deeds.told(words);
        proposal.answered(words);
        calls.made(turn.calls(), true);
      }
      case Step.ToolResult result -> {
        Calls.Call call = calls.answered(result);
        unread.add(() -> records.add(result, call, message, today));
      }
      case Step.AgentTurn turn -> {
        calls.made(turn.calls(), false);
        saying = turn.timing();
        check(turn, message, today);
      }
    }
  }

  private LocalDate day(Timing timing) {
    if (statedToday != null) {
      return statedToday;
    }
    return instant(timing).atZone(trace.timeZone()).toLocalDate();
  }

  private Instant instant(Timing timing) {
    Instant at = timing.timestamp() != null ? timing.timestamp() : trace.startedAt();
    return timing.startMs() != null ? trace.startedAt().plusMillis(timing.startMs()) : at;
  }

  private Now now() {
    return now(saying);
  }

  private Now now(Timing timing) {
    return statedNow != null ? statedNow : Now.clock(instant(timing), trace.timeZone());
  }

  /** The time of day at which a turn was spoken; null where a prompt states only the day. */
  private @Nullable LocalTime time(Timing timing) {
    Now now = now(timing);
    return now.exact() ? now.at().toLocalTime() : null;
  }

  private void check(Step.AgentTurn spoken, int message, LocalDate today) {
    if (spoken.text().isBlank()) {
      return;
    }
    Utterance utterance = new Utterance(spoken.text(), lexicon);
    List<Mention> mentions = Reader.read(utterance, today, time(spoken.timing()));
    shifts.read(utterance, mentions, message);
    List<Commitment> commitments = new Commitments(utterance, mentions, today).all();
    if (!commitments.isEmpty()) {
      hold(commitments, utterance, mentions, spoken, message, today);
    }
    promises.said(utterance);
    proposal.made(commitments);
    deeds.spoken();
  }

  private void hold(
      List<Commitment> commitments,
      Utterance utterance,
      List<Mention> mentions,
      Step.AgentTurn spoken,
      int message,
      LocalDate today) {
    unread.forEach(Runnable::run);
    unread.clear();
    Turn turn = new Turn(utterance, mentions, today, earlier);
    Set<Calls.Call> sameTurn =
        spoken.calls().isEmpty()
            ? Set.of()
            : new HashSet<>(
                calls
                    .all()
                    .subList(calls.all().size() - spoken.calls().size(), calls.all().size()));
    for (Commitment stated : commitments) {
      Commitment commitment = proposal.applied(stated);
      Ruling ruling = judge(commitment, turn, sameTurn);
      if (RemarkLadder.isTold(commitment, ruling)) {
        findings.add(finding(commitment, ruling, utterance, message));
      }
      if (commitment.value() instanceof Deed deed && deed.isOpen()) {
        promises.made(findings.size() - 1, deed, calls.all().size() - sameTurn.size(), utterance);
      }
    }
    remember(turn.operands());
  }

  /** The newest grounded amounts, of whichever turn, stay at hand for later sums. */
  private void remember(List<Long> operands) {
    if (operands.isEmpty()) {
      return;
    }
    List<Long> newest = new ArrayList<>(Turn.MOST_OPERANDS);
    addNew(operands, newest);
    addNew(earlier, newest);
    earlier = newest;
  }

  private static void addNew(List<Long> values, List<Long> newest) {
    for (Long value : values) {
      if (newest.size() < Turn.MOST_OPERANDS && !newest.contains(value)) {
        newest.add(value);
      }
    }
  }

  private Ruling judge(Commitment commitment, Turn turn, Set<Calls.Call> sameTurn) {
    return switch (commitment.value()) {
      case Money amount -> money.judge(commitment, amount, turn);
      case Percent percent -> percents.judge(commitment, percent);
      case When when -> whens.judge(commitment, when, turn);
      case Span span -> spans.judge(commitment, span, turn);
      case Quantity quantity -> quantities.judge(commitment, quantity, turn);
      case Terms terms -> policies.judge(commitment, terms, turn);
      case Deed deed -> deeds.judge(commitment, deed, turn, sameTurn);
      case Remark remark -> remarks.judge(commitment, remark, turn, now());
    };
  }

  private static Finding finding(
      Commitment commitment, Ruling ruling, Utterance utterance, int message) {
    int start = utterance.tokens().get(commitment.from()).start();
    int end = utterance.tokens().get(commitment.end() - 1).end();
    return new Finding(
        message,
        start,
        end,
        utterance.text().substring(start, end),
        commitment.type().name(),
        commitment.value().normalised(),
        ruling.verdict().wireName(),
        ruling.nearest(),
        ruling.reason());
  }
}
