package dev.assay.core.check.commitment;

import dev.assay.core.check.commitment.verdict.CommitmentVerdict;
import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One labelled line of the seed file. */
record SeedCase(String id, JsonNode line) {

  static List<SeedCase> all() {
    return all("cases.jsonl");
  }

  static List<SeedCase> all(String resource) {
    List<SeedCase> cases = new ArrayList<>();
    for (String line : lines(resource)) {
      JsonNode node = JsonTrees.MAPPER.readTree(line);
      cases.add(new SeedCase(node.get("id").stringValue(), node));
    }
    return cases;
  }

  static List<String> lines(String resource) {
    try (InputStream in = Objects.requireNonNull(SeedCase.class.getResourceAsStream(resource))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new IllegalStateException(resource, e);
    }
  }

  Trace trace() {
    JsonNode context = line.get("context");
    ZoneId zone = ZoneId.of(context.get("tz").stringValue());
    LocalDateTime said = LocalDateTime.parse(context.get("date").stringValue());
    Traces trace =
        Traces.aTrace()
            .locale(line.get("lang").stringValue())
            .at(said.atZone(zone).toInstant(), zone);
    String policy = context.get("policy").stringValue();
    if (!policy.isEmpty()) {
      trace.policy(policy);
    }
    for (JsonNode turn : context.get("history")) {
      String text = turn.get("text").stringValue();
      if (turn.get("role").stringValue().equals("user")) {
        trace.user(text);
      } else {
        trace.agent(text);
      }
    }
    for (JsonNode call : context.get("toolResults")) {
      trace.called(
          call.get("tool").stringValue(),
          JsonTrees.of(call.get("args")),
          JsonTrees.of(call.get("result")),
          !call.get("ok").booleanValue());
    }
    return trace.agent(line.get("utterance").stringValue()).build();
  }

  /** What is wrong with the findings of the last message; empty when all is as labelled. */
  List<String> problems(Trace trace, List<Finding> all) {
    int last = trace.steps().size() - 1;
    List<Finding> findings =
        new ArrayList<>(all.stream().filter(f -> f.message() == last).toList());
    List<String> problems = new ArrayList<>();
    for (JsonNode expected : line.get("expected")) {
      Finding found = take(expected, findings);
      if (found == null) {
        problems.add("missing " + expected);
      } else {
        compare(expected, found, problems);
      }
    }
    findings.forEach(extra -> problems.add("unexpected " + extra));
    return problems;
  }

  private @Nullable Finding take(JsonNode expected, List<Finding> findings) {
    String text = expected.get("text").stringValue();
    int start = line.get("utterance").stringValue().indexOf(text);
    for (Finding finding : findings) {
      boolean overlaps = finding.start() < start + text.length() && finding.end() > start;
      if (finding.type().equals(expected.get("type").stringValue()) && overlaps) {
        findings.remove(finding);
        return finding;
      }
    }
    return null;
  }

  private static void compare(JsonNode expected, Finding found, List<String> problems) {
    if (!readings(expected.get("normalised").stringValue())
        .equals(readings(String.valueOf(found.normalised())))) {
      problems.add(
          "normalised " + found.normalised() + " instead of " + expected.get("normalised"));
    }
    CommitmentVerdict.Level level = CommitmentVerdict.ofWireName(found.verdict()).level();
    boolean fine = level == CommitmentVerdict.Level.FINE;
    boolean flagged =
        level == CommitmentVerdict.Level.ALERTED || level == CommitmentVerdict.Level.FLAGGED;
    if (expected.get("grounded").booleanValue() ? !fine : !flagged) {
      problems.add(found.verdict() + " (" + found.reason() + ") but " + expected.get("why"));
    }
  }

  /** The order of readings says nothing. */
  private static Set<String> readings(String normalised) {
    return new TreeSet<>(Arrays.asList(normalised.split("\\|", -1)));
  }

  @Override
  public String toString() {
    return id + " " + line.get("utterance").stringValue();
  }
}
