package dev.assay.bench.check;

import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.TraceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * Places of the tau conversations where a reader found the agent wrong: an alert there is right.
 * Lines are {@code conversation message start end type}; no words of the conversations.
 */
final class KnownErrors {
  private static final String FILE =
      "shared-lib/core/src/test/resources/dev/assay/core/check/commitment/tau-errors.txt";

  private final Map<String, List<Place>> places = new HashMap<>();

  private record Place(int message, int start, int end) {}

  static KnownErrors read(Path home) throws IOException {
    KnownErrors errors = new KnownErrors();
    for (String line : Files.readAllLines(home.resolve(FILE))) {
      if (!line.startsWith("#")) {
        StringTokenizer words = new StringTokenizer(line);
        errors
            .places
            .computeIfAbsent(traceId(words.nextToken()), id -> new ArrayList<>())
            .add(new Place(number(words), number(words), number(words)));
      }
    }
    return errors;
  }

  private static int number(StringTokenizer words) {
    return Integer.parseInt(words.nextToken());
  }

  /** As the importer of tau conversations makes it. */
  private static String traceId(String id) {
    StringBuilder out = new StringBuilder("tau:");
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      out.append(TraceId.isValid(String.valueOf(c)) ? c : '_');
    }
    return out.toString();
  }

  boolean has(Trace trace, Finding finding) {
    for (Place place : places.getOrDefault(trace.id().value(), List.of())) {
      boolean touches = finding.start() < place.end() && finding.end() > place.start();
      if (place.message() == finding.message() && touches) {
        return true;
      }
    }
    return false;
  }
}
