package dev.assay.bench.judge;

import dev.assay.bench.check.Conversation;
import dev.assay.bench.check.Edits;
import dev.assay.core.ingest.Reading;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;
import dev.assay.wire.JsonTraceFormat;
import dev.assay.wire.Mappers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * The invented conversations of the commitment check's tests, in which right and wrong claims are
 * marked. Each turn with a mark is a case of its own: the conversation in which the agent says
 * nothing else.
 */
final class LabelledTurns {
  private static final Path FILE =
      Path.of(
          "shared-lib/core/src/test/resources/dev/assay/core/check/commitment/conversations.txt");
  private static final Pattern MARK = Pattern.compile("\\[\\[(.*?)\\|([A-Z]+)(\\|!)?]]");

  /** Some of them are set in times to come, which no agent may send. */
  private static final JsonTraceFormat READER =
      JsonTraceFormat.verbatim(() -> Instant.parse("2030-01-01T00:00:00Z"));

  private LabelledTurns() {}

  /**
   * A conversation.
   *
   * @param turns traces that hold one turn's words each, and whether all in them is right
   */
  record Labelled(String id, Map<Trace, Boolean> turns) {}

  static List<Labelled> read(Path home) throws IOException {
    List<Labelled> all = new ArrayList<>();
    List<String> block = new ArrayList<>();
    for (String line : Files.readAllLines(home.resolve(FILE))) {
      boolean head = line.startsWith("== ");
      if (head && !block.isEmpty()) {
        all.add(conversation(block));
        block.clear();
      }
      if (line.startsWith("  ")) {
        block.set(block.size() - 1, block.getLast() + "\n" + line.substring(2));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        block.add(line);
      }
    }
    all.add(conversation(block));
    return all;
  }

  private static Labelled conversation(List<String> block) {
    List<String> head = List.of(block.getFirst().substring(3).split(" \\| ", -1));
    Conversation made = new Conversation("invented", head.get(0), head.get(1), head.get(3));
    made.zone(head.get(2));
    Map<Integer, Boolean> marked = new TreeMap<>();
    int steps = 0;
    for (String line : block.subList(1, block.size())) {
      String text = line.substring(3);
      switch (line.charAt(0)) {
        case 'P' -> made.policy(text);
        case 'D' -> document(made.json(), text);
        case 'U' -> made.say(false, text);
        case 'A' -> {
          marks(text, steps, marked);
          made.say(true, MARK.matcher(text).replaceAll(m -> Matcher.quoteReplacement(m.group(1))));
        }
        default -> called(made, text, line.charAt(0) == 'X');
      }
      // A call is a message and its result another.
      steps += line.charAt(0) == 'D' ? 0 : "CX".indexOf(line.charAt(0)) >= 0 ? 2 : 1;
    }
    Trace trace = trace(made.json());
    Map<Trace, Boolean> turns = new LinkedHashMap<>();
    marked.forEach((step, right) -> turns.put(saying(trace, step), right));
    return new Labelled(head.get(0), turns);
  }

  private static Trace trace(ObjectNode json) {
    return switch (READER.read(Bytes.of(Mappers.JSON.writeValueAsBytes(json)))) {
      case Reading.Accepted accepted -> accepted.trace();
      case Reading.Refused refused -> throw new IllegalStateException(refused.reason());
    };
  }

  private static void document(ObjectNode json, String text) {
    List<String> parts = List.of(text.split(" :: ", 2));
    json.withArray("/context").addObject().put("title", parts.get(0)).put("text", parts.get(1));
  }

  private static void marks(String text, int step, Map<Integer, Boolean> marked) {
    Matcher marks = MARK.matcher(text);
    while (marks.find()) {
      marked.merge(step, marks.group(3) == null, (a, b) -> a && b);
    }
  }

  private static void called(Conversation made, String text, boolean failed) {
    List<String> parts = List.of(text.split(" -> ", 2));
    int space = parts.get(0).indexOf(' ');
    made.called(
        parts.get(0).substring(0, space),
        Mappers.JSON.readTree(parts.get(0).substring(space + 1)),
        failed && !parts.get(1).startsWith("{")
            ? Mappers.JSON.getNodeFactory().stringNode(parts.get(1))
            : Mappers.JSON.readTree(parts.get(1)),
        failed);
  }

  /** The same conversation in which the agent says nothing but this turn. */
  private static Trace saying(Trace trace, int step) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < trace.steps().size(); i++) {
      steps.add(
          trace.steps().get(i) instanceof Step.AgentTurn turn && i != step
              ? new Step.AgentTurn("", turn.calls(), turn.timing(), turn.interrupted())
              : trace.steps().get(i));
    }
    return Edits.withSteps(trace, steps);
  }
}
