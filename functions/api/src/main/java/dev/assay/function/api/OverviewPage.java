package dev.assay.function.api;

import dev.assay.core.feedback.ReviewItem;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** One page without scripts: the day's numbers and what waits for a person. */
final class OverviewPage {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
      body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
      table { border-collapse: collapse; width: 100% }
      th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #8884;
        overflow-wrap: anywhere }
      td.n { text-align: right; font-variant-numeric: tabular-nums }
      """;

  private OverviewPage() {}

  static String render(JsonNode status, List<ReviewItem> review) {
    return """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>Assay</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <style>%s</style></head><body>
    <h1>Assay</h1>
    <p>%s, project %s: %d traces; commitments alerted on %d, flagged on %d;
    %d judged; judging cost $%.4f of a cap of $%.4f.</p>
    <h2>Sampling</h2>
    <table><tr><th>Tier<th>Traces<th>Policy<th>Wished<th>Judged</tr>%s</table>
    <h2>Waiting for review</h2>
    <table><tr><th>Score<th>Trace<th>Reason<th>Note</tr>%s</table>
    </body></html>
    """
        .formatted(
            STYLE,
            escape(status.path("day").asString()),
            escape(status.path("project").asString()),
            status.path("traces").asLong(),
            status.path("commitments").path("alerted").asLong(),
            status.path("commitments").path("flagged").asLong(),
            status.path("judge").path("judged").asLong(),
            status.path("spend").path("judge_usd").asDouble(),
            status.path("spend").path("cap_usd").asDouble(),
            tiers(status.path("tiers")),
            items(review));
  }

  private static String tiers(JsonNode tiers) {
    StringBuilder rows = new StringBuilder();
    for (var tier : tiers.properties()) {
      JsonNode numbers = tier.getValue();
      rows.append("<tr><td>").append(escape(tier.getKey()));
      rows.append("<td class=n>").append(numbers.path("traces").asLong());
      for (String name : List.of("policy_rate", "wished_rate", "judged_rate")) {
        rows.append("<td class=n>").append(percent(numbers.path(name)));
      }
      rows.append("</tr>\n");
    }
    return rows.toString();
  }

  private static String percent(JsonNode share) {
    return share.isNumber()
        ? String.format(Locale.ROOT, "%.1f %%", 100 * share.doubleValue())
        : "–";
  }

  private static String items(List<ReviewItem> review) {
    StringBuilder rows = new StringBuilder();
    for (ReviewItem item : review) {
      String id = escape(item.trace().id().value());
      Double score = item.score();
      rows.append("<tr><td class=n>")
          .append(score == null ? "–" : String.format(Locale.ROOT, "%.2f", score))
          .append("<td><a href=\"/v1/traces/")
          .append(id)
          .append("\">")
          .append(id)
          .append("</a><td>")
          .append(item.reason().wireName())
          .append("<td>")
          .append(escape(item.note()))
          .append("</tr>\n");
    }
    return rows.isEmpty() ? "<tr><td colspan=4>Nothing waits.</tr>" : rows.toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
