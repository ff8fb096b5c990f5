package dev.assay.core.check.commitment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was called that could have done the deeds of one family, and which records show such a state.
 * Each call is looked at once when it is made and once when it is answered.
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
  private final Map<String, ToolVocabulary.Kind> kinds;
  private final List<Seen> open = new ArrayList<>();
  private final CallLeaves done = new CallLeaves();
  private final CallLeaves failed = new CallLeaves();
  private final CallLeaves shown = new CallLeaves();
  private int scanned;
  private int lastMade = -1;
  private int lastDone = -1;
  private int lastFailed = -1;
  private int lastShown = -1;
  private Calls.@Nullable Call made;
  private Calls.@Nullable Call succeeded;
  private Calls.@Nullable Call showing;
  private Calls.@Nullable Call vague;
  private boolean device;
  private boolean deviceShows;

  /**
   * @param kinds what the names of tools were found to tell, shared between families
   */
  FamilyCalls(String family, Map<String, ToolVocabulary.Kind> kinds) {
    this.family = family;
    this.kinds = kinds;
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
      failed.add(call);
      lastFailed = seen.index();
    }
    if (call.state() != Calls.State.SUCCEEDED) {
      return;
    }
    switch (seen.part()) {
      case DOES -> {
        done.add(call);
        succeeded = call;
        lastDone = seen.index();
      }
      case DEVICE -> device = true;
      case VAGUE -> {
        vague = call;
        show(seen);
      }
      case SHOWS -> show(seen);
    }
  }

  private void show(Seen seen) {
    Calls.Call call = seen.call();
    if (CallLeaves.any(call.result(), this::isState)) {
      shown.add(call);
      deviceShows |= call.byCustomer();
      showing = call;
      lastShown = seen.index();
    }
  }

  private boolean isState(String text) {
    return ToolVocabulary.KNOWN.contains("STATE-" + family, text);
  }

  private Part part(Calls.Call call) {
    ToolVocabulary.Kind kind = kinds.computeIfAbsent(call.tool(), ToolVocabulary.KNOWN::kind);
    boolean named = ToolVocabulary.KNOWN.does(family, call.name());
    if (call.byCustomer()) {
      return named && kind != ToolVocabulary.Kind.READS ? Part.DEVICE : Part.SHOWS;
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
    return CallLeaves.any(
        call.arguments(), text -> ToolVocabulary.KNOWN.contains(family, text));
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
    return showing;
  }

  /** A call that succeeded and could have done anything; null where none was made. */
  Calls.@Nullable Call vague() {
    return vague;
  }

  /** True when the customer's own device did it, or shows it. */
  boolean onDevice() {
    return device || deviceShows;
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
    return lastShown;
  }

  /** What the calls that succeeded were about. */
  CallLeaves done() {
    return done;
  }

  CallLeaves failed() {
    return failed;
  }

  CallLeaves shown() {
    return shown;
  }
}
