package dev.assay.bench.check;

import dev.assay.wire.Mappers;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Taskmaster-4 (calls are annotations of a turn) and HarperValley (calls on the telephone). */
final class AnnotatedDialogues {
  private static final String ANY_DAY = "2024-03-01T12:00:00Z";

  private AnnotatedDialogues() {}

  /** The calls annotated at a customer's turn follow it; those at an agent's come before. */
  static ObjectNode taskmaster(JsonNode dialogue) {
    Conversation trace =
        new Conversation("taskmaster4", dialogue.path("conversation_id").asString(), "en", ANY_DAY);
    for (JsonNode said : dialogue.path("utterances")) {
      boolean agent = said.path("speaker").asString("").equals("assistant");
      if (agent) {
        calls(said.path("annotations"), trace);
      }
      trace.say(agent, said.path("text").asString(""));
      if (!agent) {
        calls(said.path("annotations"), trace);
      }
    }
    return trace.json();
  }

  private static void calls(JsonNode annotations, Conversation trace) {
    String tool = "";
    JsonNode arguments = Mappers.JSON.createObjectNode();
    for (JsonNode annotation : annotations) {
      String value = annotation.path("value").asString("");
      switch (annotation.path("name").asString("")) {
        case "api_call" -> tool = value;
        case "request" -> arguments = tree(value);
        case "response" -> {
          trace.called(tool, arguments, tree(value), false);
          arguments = Mappers.JSON.createObjectNode();
        }
        default -> {}
      }
    }
  }

  private static JsonNode tree(String json) {
    try {
      return Mappers.JSON.readTree(json);
    } catch (JacksonException e) {
      return Mappers.JSON.getNodeFactory().stringNode(json);
    }
  }

  /**
   * One call twice: as people wrote it down and as a machine heard it. What the agent's screen
   * showed is a result at the start; no calls are recorded, so no deed can be held against one.
   */
  static List<ObjectNode> harperValley(JsonNode call) {
    return List.of(heard(call, "text"), heard(call, "asr"));
  }

  private static ObjectNode heard(JsonNode call, String field) {
    String start = Instant.ofEpochMilli(call.path("started_at_ms").asLong()).toString();
    Conversation trace =
        new Conversation("voice", call.path("id").asString() + ":" + field, "en", start);
    trace.voice();
    trace.shown("show_screen", call.path("backend_facts"));
    for (JsonNode turn : call.path("turns")) {
      boolean agent = turn.path("speaker").asString("").equals("agent");
      trace
          .say(agent, turn.path(field).asString(""))
          .put("start_ms", turn.path("start_ms").asLong())
          .put("end_ms", turn.path("end_ms").asLong());
    }
    return trace.json();
  }
}
