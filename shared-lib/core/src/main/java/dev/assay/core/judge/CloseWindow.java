package dev.assay.core.judge;

import dev.assay.core.judge.WindowLog.Closed;
import dev.assay.core.judge.WindowLog.Fate;
import dev.assay.core.sampling.Allowance;
import dev.assay.core.sampling.Books;
import dev.assay.core.sampling.Budget;
import dev.assay.core.sampling.Cell;
import dev.assay.core.sampling.CellHistory;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.sampling.Ledger;
import dev.assay.core.sampling.PolicyStore;
import dev.assay.core.sampling.Signal;
import dev.assay.core.sampling.Tier;
import dev.assay.core.sampling.Window;
import dev.assay.core.sampling.WindowDraw;
import dev.assay.core.trace.TraceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Draws who of a window is judged, within what the project may spend: reads the books, draws, and
 * keeps the decision together with the money it reserves. Asked again it sends again only where who
 * decided must have died before all was sent. Safe for use by several threads.
 */
public final class CloseWindow {
  private static final int MAX_ATTEMPTS = 10;

  /** So long a judge may be at work: who decided has sent by then, or never will. */
  static final Duration AT_WORK = Duration.ofMinutes(5);

  /**
   * From a window's start: until then its draw waits for the checks of all its traces, which say
   * what the traces earned and what is wrong with them. Twice the longest window.
   */
  static final Duration PATIENCE = Duration.ofMinutes(30);

  private static final Duration UNTIL_CHECKED = Duration.ofMinutes(1);

  /** As many traces go into one message to the judge. */
  private static final int MESSAGE_SIZE = 25;

  private final PolicyStore policy;
  private final Ledger ledger;
  private final CheckVerdicts checks;
  private final WindowLog windows;
  private final JudgeMessages messages;

  public CloseWindow(
      PolicyStore policy,
      Ledger ledger,
      CheckVerdicts checks,
      WindowLog windows,
      JudgeMessages messages) {
    this.policy = policy;
    this.ledger = ledger;
    this.checks = checks;
    this.windows = windows;
    this.messages = messages;
  }

  /**
   * Closes a window, or asks for it again when its time has not come.
   *
   * @param due when its time comes, at most a quarter of an hour after the message was sent
   */
  public void close(String project, Instant window, Instant due, Instant now) {
    if (now.isBefore(due)) {
      messages.close(project, window, due, Duration.between(now, due));
      return;
    }
    Optional<Closed> standing = windows.closed(project, window);
    if (standing.isPresent()) {
      sendLate(project, window, standing.get(), now);
      return;
    }
    windows.seal(project, window);
    Waiting waiting = waiting(project, window);
    if (waiting.unchecked() > 0 && now.isBefore(window.plus(PATIENCE))) {
      messages.close(project, window, now.plus(UNTIL_CHECKED), UNTIL_CHECKED);
      return;
    }
    Optional<Closed> made = decide(project, window, waiting, now);
    if (made.isPresent()) {
      send(made.get());
      windows.sent(project, window);
    } else {
      Instant later = now.plus(AT_WORK);
      messages.close(project, window, later, AT_WORK);
    }
  }

  /** Every batch may ask for its window: only the first is to send, lest calls be paid twice. */
  private void sendLate(String project, Instant window, Closed standing, Instant now) {
    if (windows.isSent(project, window)) {
      return;
    }
    Instant given = standing.at().plus(AT_WORK);
    if (now.isBefore(given)) {
      messages.close(project, window, given, Duration.between(now, given));
    } else {
      send(standing);
      windows.sent(project, window);
    }
  }

  /** Those of a sealed window, each once, and what the checks found of them so far. */
  private record Waiting(List<Candidate> candidates, Map<TraceKey, Boolean> flagged) {
    int unchecked() {
      return candidates.size() - flagged.size();
    }
  }

  private Waiting waiting(String project, Instant window) {
    Map<TraceKey, Candidate> byTrace = new LinkedHashMap<>();
    for (Candidate one : windows.candidates(project, window)) {
      byTrace.putIfAbsent(one.trace().key(), one);
    }
    List<Candidate> candidates = List.copyOf(byTrace.values());
    return new Waiting(
        candidates, checks.flagged(candidates.stream().map(Candidate::trace).toList()));
  }

  /** Empty when somebody else has decided meanwhile. */
  private Optional<Closed> decide(String project, Instant window, Waiting waiting, Instant now) {
    Budget budget = policy.current().budget();
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      long money = windows.moneyState(project);
      Closed decision = draw(project, window, waiting, budget, now);
      if (windows.close(project, window, decision, totals(decision), money)) {
        return Optional.of(decision);
      }
      if (windows.closed(project, window).isPresent()) {
        return Optional.empty();
      }
    }
    throw new IllegalStateException(project + "'s money is being given out again and again");
  }

  private Closed draw(String project, Instant window, Waiting waiting, Budget budget, Instant now) {
    Map<String, Candidate> byKey = new HashMap<>();
    List<Window.Candidate> entries = new ArrayList<>();
    double inferenceUsd = 0;
    for (Candidate one : waiting.candidates()) {
      byKey.put(one.trace().key().toString(), one);
      entries.add(entry(one, waiting.flagged().getOrDefault(one.trace().key(), false)));
      inferenceUsd += inference(one, budget) / one.trace().probability();
    }
    Books books = Books.read(ledger, project, now);
    CellHistory history = books.history();
    double allowed = Allowance.ofWindow(budget, inferenceUsd, books.accounts());
    WindowDraw draw = Window.draw(entries, history, allowed);
    Map<TraceKey, Fate> fates = new LinkedHashMap<>();
    for (WindowDraw.Outcome outcome : draw.outcomes()) {
      Candidate one = byKey.get(outcome.candidate().key());
      if (one != null) {
        fates.put(one.trace().key(), fate(window, one, outcome));
      }
    }
    return new Closed(
        now, draw.parameters(), draw.parameters().reason(), waiting.unchecked(), fates);
  }

  private static Fate fate(Instant window, Candidate one, WindowDraw.Outcome outcome) {
    Draw draw = new Draw(window, outcome.candidate().cell(), one.upperUsd());
    return new Fate(one, outcome.fate(), draw, outcome.rate(), outcome.probability());
  }

  private static Window.Candidate entry(Candidate one, boolean flagged) {
    Set<Signal> signals = EnumSet.noneOf(Signal.class);
    signals.addAll(one.signals());
    if (flagged) {
      signals.add(Signal.FLAGGED);
    }
    Tier tier = Tier.valueOf(one.trace().tiers().getFirst().toUpperCase(Locale.ROOT));
    return new Window.Candidate(
        one.trace().key().toString(),
        one.trace().hash(),
        one.trace().probability(),
        new Cell(tier, signals),
        one.upperUsd());
  }

  private static double inference(Candidate one, Budget budget) {
    Double cost = one.trace().costUsd();
    return cost == null ? budget.assumedCostUsd() : cost;
  }

  private static DayTotals totals(Closed decision) {
    DayTotals.Builder totals = new DayTotals.Builder();
    for (Fate fate : decision.fates().values()) {
      if (fate.fate() == WindowDraw.Fate.DRAWN) {
        totals.add(DayTotals.JUDGE_RESERVED_USD, fate.draw().upperUsd());
      } else {
        totals.add(DayTotals.OVER_BUDGET, 1);
      }
    }
    return totals.build();
  }

  private void send(Closed decision) {
    List<Due> due =
        decision.fates().values().stream()
            .filter(fate -> fate.fate() == WindowDraw.Fate.DRAWN)
            .map(Fate::due)
            // The same messages whoever sends them: their content is their id.
            .sorted(Comparator.comparing(one -> one.trace().key().toString()))
            .toList();
    for (int from = 0; from < due.size(); from += MESSAGE_SIZE) {
      List<Due> part = due.subList(from, Math.min(due.size(), from + MESSAGE_SIZE));
      messages.judge(part, 1, Duration.ZERO);
    }
  }
}
