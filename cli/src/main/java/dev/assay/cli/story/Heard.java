package dev.assay.cli.story;

import dev.assay.aws.Adapters;
import dev.assay.cli.terminal.Progress;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.TraceRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the loop said of each trace, read as anyone would read it.
 *
 * @param lines one for each trace that is there
 * @param missing ids that are not there
 * @param redacted distinct placeholders by kind, such as EMAIL
 */
public record Heard(List<Line> lines, List<TraceId> missing, Map<String, Integer> redacted) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\[([A-Z_]+)_[0-9a-f]{6}]");
  private static final int AT_ONCE = 8;
  private static final int BODIES_AT_ONCE = 200;

  public Heard {
    lines = List.copyOf(lines);
    missing = List.copyOf(missing);
    redacted = Map.copyOf(redacted);
  }

  /** One trace and all feedback on its newest revision. */
  public record Line(TraceRecord trace, List<Feedback> feedback) {
    public Line {
      feedback = List.copyOf(feedback);
    }
  }

  /** Reads everything said of these traces. */
  public static Heard of(Adapters adapters, Collection<TraceId> ids, Progress progress)
      throws InterruptedException {
    List<Line> lines = new ArrayList<>();
    List<TraceId> missing = new ArrayList<>();
    Map<TraceId, Future<Optional<Line>>> futures = new TreeMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (TraceId id : ids) {
        futures.put(
            id,
            threads.submit(() -> {
              Optional<Line> line = line(adapters, id);
              progress.by(1);
              return line;
            }));
      }
    }
    for (Map.Entry<TraceId, Future<Optional<Line>>> entry : futures.entrySet()) {
      result(entry.getValue()).ifPresentOrElse(lines::add, () -> missing.add(entry.getKey()));
    }
    return new Heard(lines, missing, redacted(adapters, lines));
  }

  private static Optional<Line> line(Adapters adapters, TraceId id) {
    return adapters
        .traceArchive()
        .find(id)
        .map(trace ->
            new Line(
                trace,
                adapters.feedbackLog().of(id).stream()
                    .filter(one -> one.trace().equals(trace.key()))
                    .toList()));
  }

  private static Optional<Line> result(Future<Optional<Line>> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("feedback cannot be read", e.getCause());
    }
  }

  private static Map<String, Integer> redacted(Adapters adapters, List<Line> lines) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int from = 0; from < lines.size(); from += BODIES_AT_ONCE) {
      List<Line> some = lines.subList(from, Math.min(lines.size(), from + BODIES_AT_ONCE));
      List<Bytes> bodies =
          adapters.traceArchive().read(some.stream().map(l -> l.trace().pointer()).toList());
      for (Bytes body : bodies) {
        Matcher matcher = PLACEHOLDER.matcher(body.utf8());
        matcher
            .results()
            .map(match -> match.group())
            .distinct()
            .forEach(
                found -> counts.merge(found.substring(1, found.lastIndexOf('_')), 1, Integer::sum));
      }
    }
    return counts;
  }
}
