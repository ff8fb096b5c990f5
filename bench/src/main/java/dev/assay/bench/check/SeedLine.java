package dev.assay.bench.check;

import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Trace;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** One labelled line of the seed file. */
record SeedLine(JsonNode line) {
  String id() {
    return line.path("id").asString();
  }

  /** No commitment is in it, however much it looks like one. */
  boolean isHardNegative() {
    return line.path("expected").isEmpty();
  }

  Trace trace() {
    JsonNode context = line.path("context");
    ZoneId zone = ZoneId.of(context.path("tz").asString());
    LocalDateTime said = LocalDateTime.parse(context.path("date").asString());
    String start = said.atZone(zone).toInstant().toString();
    Conversation trace = new Conversation("seed", id(), line.path("lang").asString(), start);
    trace.zone(zone.getId());
    if (!context.path("policy").asString("").isEmpty()) {
      trace.policy(context.path("policy").asString());
    }
    for (JsonNode turn : context.path("history")) {
      trace.say(!turn.path("role").asString().equals("user"), turn.path("text").asString());
    }
    for (JsonNode call : context.path("toolResults")) {
      boolean failed = !call.path("ok").booleanValue();
      trace.called(call.path("tool").asString(), call.path("args"), call.path("result"), failed);
    }
    trace.say(true, line.path("utterance").asString());
    return Corpora.trace(trace.json());
  }

  /** What is found in the utterance itself. */
  List<Finding> findings() {
    Trace trace = trace();
    int last = trace.steps().size() - 1;
    return Checked.findings(trace).stream().filter(one -> one.message() == last).toList();
  }

  /** What differs from the label; empty when nothing does. */
  List<String> problems(List<Finding> findings) {
    List<Finding> left = new ArrayList<>(findings);
    List<String> problems = new ArrayList<>();
    for (JsonNode expected : line.path("expected")) {
      String type = expected.path("type").asString();
      String text = expected.path("text").asString();
      int start = line.path("utterance").asString().indexOf(text);
      boolean found = false;
      Iterator<Finding> rest = left.iterator();
      while (!found && rest.hasNext()) {
        Finding finding = rest.next();
        boolean overlaps = finding.start() < start + text.length() && finding.end() > start;
        if (overlaps && finding.type().equals(type)) {
          found = true;
          rest.remove();
          compare(expected, finding, problems);
        }
      }
      if (!found) {
        problems.add("missing " + type + " " + text);
      }
    }
    left.forEach(extra -> problems.add("unexpected " + extra.type() + " " + extra.text()));
    return problems;
  }

  private static void compare(JsonNode expected, Finding found, List<String> problems) {
    String normalised = expected.path("normalised").asString();
    if (!readings(normalised).equals(readings(String.valueOf(found.normalised())))) {
      problems.add("normalised " + found.normalised() + " instead of " + normalised);
    }
    boolean grounded = expected.path("grounded").booleanValue();
    if (grounded ? !Checked.isFine(found) : !Checked.isCaught(found)) {
      problems.add(found.verdict() + " but " + expected.path("why").asString());
    }
  }

  /** The order of readings says nothing. */
  private static TreeSet<String> readings(String normalised) {
    return new TreeSet<>(Arrays.asList(normalised.split("\\|", -1)));
  }
}
