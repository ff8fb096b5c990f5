package dev.assay.core.check.commitment.ladder.terms;

import dev.assay.core.check.commitment.evidence.TermsBook.Entry;
import dev.assay.core.check.commitment.ladder.Ruling;
import dev.assay.core.check.commitment.value.Statement;
import dev.assay.core.check.commitment.value.Statement.Figure.Opening;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds opening hours against the tables that were shown, day by day. */
final class OpeningRung {
  private static final Set<Integer> WEEK = Set.of(1, 2, 3, 4, 5, 6, 7);

  /** Null where no table tells of the days that were named. */
  @Nullable Ruling judge(Statement said, List<Entry> entries, String words) {
    if (!(said.figure() instanceof Opening claimed)) {
      return null;
    }
    boolean named = !claimed.weekdays().isEmpty();
    Entry agrees = null;
    Entry differs = null;
    boolean several = false;
    for (int day : named ? claimed.weekdays() : WEEK) {
      List<Entry> table = on(day, entries);
      Entry fits = fitting(claimed, table);
      agrees = fits == null ? agrees : fits;
      if (fits == null && !table.isEmpty()) {
        differs = table.getFirst();
        several |= table.size() > 1;
      }
    }
    boolean fine = agrees != null && (differs == null || !named);
    if (agrees != null && fine) {
      return Ruling.grounded(agrees.fact());
    }
    if (differs == null) {
      return null;
    }
    return several || !named
        ? Ruling.unsupported(differs.fact(), words)
        : Ruling.contradicted(differs.fact(), words);
  }

  private static List<Entry> on(int day, List<Entry> entries) {
    List<Entry> table = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.said().figure() instanceof Opening opening
          && (opening.weekdays().isEmpty() || opening.weekdays().contains(day))) {
        table.add(entry);
      }
    }
    return table;
  }

  private static @Nullable Entry fitting(Opening claimed, List<Entry> table) {
    for (Entry entry : table) {
      boolean fits =
          entry.said().figure() instanceof Opening opening
              && opening.closed() == claimed.closed()
              && fits(claimed.opens(), opening.opens())
              && fits(claimed.closes(), opening.closes());
      if (fits) {
        return entry;
      }
    }
    return null;
  }

  /** What the claim leaves open fits; what the table leaves open proves nothing. */
  private static boolean fits(List<LocalTime> claimed, List<LocalTime> known) {
    return claimed.isEmpty() || claimed.stream().anyMatch(known::contains);
  }
}
