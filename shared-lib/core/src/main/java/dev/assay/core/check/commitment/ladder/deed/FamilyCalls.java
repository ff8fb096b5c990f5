package dev.assay.core.check.commitment.ladder.deed;

import dev.assay.core.check.commitment.ledger.CallLeaves;
import dev.assay.core.check.commitment.ledger.Calls;
import dev.assay.core.check.commitment.ledger.KeyMemo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was called that could have done the deeds of one family, and which records show such a
 * state. Each call is looked at once when it is made and once when it is answered; what stands in
 * arguments and results is read only when a claim asks for it.
 */
final class FamilyCalls {
  /** What a call is to a family. */
  private enum Part {
    DOES,
    /** The customer's own device did it. */
    DEVICE,
    /** Neither its name nor its arguments tell what it does. */
    VAGUE,
    /** Does something else, or only reads: its result may show the state. */
    SHOWS
  }

  /** Calls that were never answered are forgotten beyond this many. */
  private static final int MOST_OPEN = 256;

  private record Seen(Calls.Call call, Part part, int index) {}

  private final String family;

  /** What the names of tools tell, the same for every conversation. */
  private static final KeyMemo<ToolVocabulary.Kind> KINDS =
      new KeyMemo<>(ToolVocabulary.KNOWN::kind);

  private final List<Seen> open = new ArrayList<>();
  private final List<Seen> records = new ArrayList<>();
  private final Pool done = new Pool();
  private final Pool failed = new Pool();
  private final Pool shown = new Pool();
  private int scanned;
  private int scannedRecords;
  private int lastMade = -1;
  private int lastDone = -1;
  private int lastFailed = -1;
  private int lastShown = -1;
  private Calls.@Nullable Call made;
  private Calls.@Nullable Call succeeded;
  private Calls.@Nullable Call showing;
  private Calls.@Nullable Call vague;
  private boolean device;

  FamilyCalls(String family) {
    this.family = family;
  }

  void update(List<Calls.Call> all) {
    for (; scanned < all.size(); scanned++) {
      Calls.Call call = all.get(scanned);
      Part part = part(call);
      open.add(new Seen(call, part, scanned));
      if (part == Part.DOES) {
        made = call;
        lastMade = scanned;
      }
    }
    for (Seen seen : open) {
      answered(seen);
    }
    open.removeIf(seen -> seen.call().state() != Calls.State.PENDING);
    if (open.size() > MOST_OPEN) {
      open.subList(0, open.size() - MOST_OPEN).clear();
    }
  }

  private void answered(Seen seen) {
    Calls.Call call = seen.call();
    if (call.state() == Calls.State.FAILED && seen.part() == Part.DOES) {
      failed.calls.add(call);
      lastFailed = seen.index();
    }
    if (call.state() != Calls.State.SUCCEEDED) {
      return;
    }
    switch (seen.part()) {
      case DOES -> {
        done.calls.add(call);
        succeeded = call;
        lastDone = seen.index();
      }
      case DEVICE -> device = true;
      case VAGUE -> {
        vague = call;
        records.add(seen);
      }
      case SHOWS -> records.add(seen);
    }
  }

  private void readRecords() {
    for (; scannedRecords < records.size(); scannedRecords++) {
      Seen seen = records.get(scannedRecords);
      Calls.Call call = seen.call();
      if (CallLeaves.any(call.result(), this::isState)) {
        shown.calls.add(call);
        device |= call.byCustomer();
        showing = call;
        lastShown = seen.index();
      }
    }
  }

  private boolean isState(String text) {
    return ToolVocabulary.KNOWN.shows(family, text);
  }

  private Part part(Calls.Call call) {
    ToolVocabulary.Kind kind = KINDS.of(call.tool());
    if (kind == ToolVocabulary.Kind.READS) {
      return Part.SHOWS;
    }
    boolean named = ToolVocabulary.KNOWN.does(family, call.name());
    if (call.byCustomer()) {
      return named ? Part.DEVICE : Part.SHOWS;
    }
    return switch (kind) {
      case READS -> Part.SHOWS;
      case CHANGES -> named || isAsked(call) ? Part.DOES : Part.SHOWS;
      case WRITES -> named ? Part.DOES : Part.SHOWS;
      case OPEN -> named || isAsked(call) ? Part.DOES : Part.VAGUE;
      case UNKNOWN -> isAsked(call) ? Part.DOES : Part.VAGUE;
    };
  }

  private boolean isAsked(Calls.Call call) {
    return CallLeaves.any(call.arguments(), text -> ToolVocabulary.KNOWN.contains(family, text));
  }

  /** The last call of the family, however it went; null where none was made. */
  Calls.@Nullable Call made() {
    return made;
  }

  Calls.@Nullable Call succeeded() {
    return succeeded;
  }

  /** A record that shows the state; null where none does. */
  Calls.@Nullable Call showing() {
    readRecords();
    return showing;
  }

  /** A call that succeeded and could have done anything; null where none was made. */
  Calls.@Nullable Call vague() {
    return vague;
  }

  /** True when the customer's own device did it, or shows it. */
  boolean onDevice() {
    readRecords();
    return device;
  }

  /** Place of the last call of the family among all calls; -1 where none was made. */
  int lastMade() {
    return lastMade;
  }

  /** Place of the last one that succeeded; -1 where none did. */
  int lastDone() {
    return lastDone;
  }

  /** Place of the last one that failed; -1 where none did. */
  int lastFailed() {
    return lastFailed;
  }

  /** Place of the last one whose result shows the state; -1 where none does. */
  int lastShown() {
    readRecords();
    return lastShown;
  }

  /** What the calls that succeeded were about. */
  CallLeaves done() {
    return done.leaves();
  }

  /** What the calls that failed were about. */
  CallLeaves failed() {
    return failed.leaves();
  }

  /** What stands in the records that show the state. */
  CallLeaves shown() {
    readRecords();
    return shown.leaves();
  }

  /** The leaves of some calls, read when they are first asked for. */
  private static final class Pool {
    private final List<Calls.Call> calls = new ArrayList<>();
    private final CallLeaves leaves = new CallLeaves();
    private int read;

    CallLeaves leaves() {
      for (; read < calls.size(); read++) {
        leaves.add(calls.get(read));
      }
      return leaves;
    }
  }
}
