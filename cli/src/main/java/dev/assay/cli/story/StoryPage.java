package dev.assay.cli.story;

import dev.assay.cli.demo.DemoTruth;
import dev.assay.cli.show.FindingLine;
import dev.assay.cli.show.TierTable;
import dev.assay.cli.show.Verdicts;
import dev.assay.cli.terminal.Figures;
import dev.assay.cli.terminal.Surroundings;
import dev.assay.core.sampling.DayTotals;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The story for people. */
public final class StoryPage {
  private final Surroundings surroundings;
  private final Story story;
  private final StringBuilder page = new StringBuilder();

  private StoryPage(Surroundings surroundings, Story story) {
    this.surroundings = surroundings;
    this.story = story;
  }

  /** The page's text. */
  public static String write(Surroundings surroundings, Story story) {
    StoryPage page = new StoryPage(surroundings, story);
    page.volume();
    page.commitments();
    page.judge();
    page.people();
    page.truth();
    return page.page.toString();
  }

  private void volume() {
    heading("What came in");
    line(
        String.format(
            Locale.ROOT,
            "  %s sent, %s checked after %.1f s%s",
            Figures.count(story.sent(), "message", "messages"),
            Figures.count(story.heard().lines().size(), "conversation", "conversations"),
            story.seconds(),
            story.deadLetters() == 0
                ? ""
                : "; "
                    + Figures.count(story.deadLetters(), "dead letter", "dead letters")
                    + " (assay status)"));
    if (!story.heard().missing().isEmpty()) {
      line(
          "  not stored: "
              + story.heard().missing().size()
              + ", such as "
              + story.heard().missing().getFirst());
    }
    int redacted = story.heard().redacted().values().stream().mapToInt(Integer::intValue).sum();
    line(
        "  personal data replaced before storing: "
            + (redacted == 0
                ? "none"
                : redacted + " values (" + counts(story.heard().redacted()) + ")"));
    line("");
    page.append(TierTable.of(story.totals(), story.policy(), "  "));
    line("");
  }

  private void commitments() {
    heading("What the agents promised");
    int all = story.verdicts().values().stream().mapToInt(Integer::intValue).sum();
    line(
        "  "
            + Figures.count(all, "commitment", "commitments")
            + (all == 0 ? "" : ": " + counts(story.verdicts())));
    line(
        "  "
            + Figures.count(
                TierTable.count(story.totals(), DayTotals.ALERTED),
                "conversation alerted",
                "conversations alerted")
            + ", "
            + TierTable.count(story.totals(), DayTotals.FLAGGED)
            + " flagged");
    int place = 1;
    for (Worst worst : story.worst()) {
      var sentence = worst.sentence();
      line("");
      line(
          "  "
              + place++
              + ". \""
              + sentence.before()
              + surroundings.marked(sentence.span())
              + sentence.after()
              + "\"");
      line("     " + FindingLine.of(worst.finding()));
      if (worst.finding().reason() != null) {
        line("     " + worst.finding().reason());
      }
      line("     assay trace " + worst.trace().key().id());
    }
    line("");
  }

  private void judge() {
    heading("What the judge said");
    Scores scores = story.scores();
    line(
        "  "
            + Figures.count(scores.n(), "score", "scores")
            + (scores.n() == 0 ? "" : ", mean " + Figures.score(scores.mean()))
            + scores
                .low()
                .map(low -> ", lowest " + Figures.score(low.score()) + " for " + low.trace().id())
                .orElse("")
            + (scores.unscored() == 0 ? "" : "; " + scores.unscored() + " without a score")
            + (scores.failed() == 0 ? "" : "; " + scores.failed() + " failed"));
    line("  " + TierTable.spend(story.totals(), story.policy()));
    line("");
  }

  private void people() {
    heading("What people should see");
    int items = story.review().values().stream().mapToInt(Integer::intValue).sum();
    line(
        "  "
            + Figures.count(items, "review item", "review items")
            + (items == 0 ? "" : " (" + counts(story.review()) + "): assay review list")
            + ", "
            + Figures.count(story.alerts(), "alert", "alerts")
            + " sent");
    line("");
  }

  private void truth() {
    DemoTruth.Report truth = story.truth();
    if (truth == null) {
      return;
    }
    heading("What had been planted");
    truth.recalls().forEach(recall -> line("  " + recall.sentence()));
    for (DemoTruth.FalseFlags flags : truth.falseFlags()) {
      line(
          "  clean conversations, "
              + flags.family().name().toLowerCase(Locale.ROOT)
              + ": "
              + flags.alerted()
              + " of "
              + flags.scored()
              + " alerted, "
              + flags.flagged()
              + " alerted or flagged");
    }
    line("");
  }

  /** Loudest verdicts first, then the most frequent. */
  private static String counts(Map<String, Integer> counts) {
    List<Map.Entry<String, Integer>> entries =
        counts.entrySet().stream()
            .sorted(
                Comparator.comparing(
                        (Map.Entry<String, Integer> one) -> !Verdicts.isAlerted(one.getKey()))
                    .thenComparing(one -> !Verdicts.isFlagged(one.getKey()))
                    .thenComparingInt(one -> -one.getValue())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    return entries.stream()
        .map(one -> one.getValue() + " " + one.getKey().replace('_', ' ').toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private void heading(String words) {
    line(surroundings.heading(words));
  }

  private void line(String text) {
    page.append(text.stripTrailing()).append('\n');
  }
}
