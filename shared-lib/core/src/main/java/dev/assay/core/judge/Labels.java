package dev.assay.core.judge;

import dev.assay.core.feedback.FeedbackLog.NotedScore;
import dev.assay.core.feedback.Source;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What people said of one trace: of each of them the latest word, since a changed mind is a second
 * feedback.
 */
record Labels(List<Double> scores) {
  Labels {
    scores = List.copyOf(scores);
  }

  /** Of the scores of one trace, those of people; others are passed over. */
  static Labels of(Collection<NotedScore> said) {
    Map<String, NotedScore> latest = new TreeMap<>();
    for (NotedScore one : said) {
      if (one.source().type() == Source.Type.PERSON) {
        latest.merge(one.source().name(), one, (a, b) -> b.at().isBefore(a.at()) ? a : b);
      }
    }
    return new Labels(latest.values().stream().map(one -> one.goodness().value()).toList());
  }

  boolean isEmpty() {
    return scores.isEmpty();
  }

  /** All people count alike. */
  double mean() {
    return scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
