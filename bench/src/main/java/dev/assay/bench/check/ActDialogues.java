package dev.assay.bench.check;

import dev.assay.wire.Mappers;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * MultiWOZ and CrossWOZ: they have no tool results, only what the annotators took each turn to
 * mean. As an approximation, what a system turn informs of is what a call right before it found:
 * one record a domain, values under the names of their slots. What the customer is known to want
 * (the belief state) is the call's arguments.
 */
final class ActDialogues {
  private static final String ANY_DAY = "2019-03-01T12:00:00Z";

  private ActDialogues() {}

  static ObjectNode multiwoz(JsonNode dialogue) {
    Conversation trace =
        new Conversation("multiwoz", dialogue.path("dialogue_id").asString(), "en", ANY_DAY);
    int turn = 0;
    Set<String> booked = new HashSet<>();
    for (JsonNode said : dialogue.path("log")) {
      boolean system = turn++ % 2 == 1;
      if (system) {
        Map<String, ObjectNode> found = new TreeMap<>();
        for (Map.Entry<String, JsonNode> act : said.path("dialog_act").properties()) {
          String[] name = act.getKey().split("-", 2);
          act.getValue().forEach(slot -> put(found, name[0], name[1], slot.path(0), slot.path(1)));
        }
        calls(trace, found, wanted(said.path("metadata")));
        bookings(trace, said.path("metadata"), booked);
      }
      trace.say(system, said.path("text").asString(""));
    }
    return trace.json();
  }

  static ObjectNode crosswoz(JsonNode dialogue) {
    Conversation trace =
        new Conversation("crosswoz", dialogue.path("dialogue_id").asString(), "zh", ANY_DAY);
    for (JsonNode said : dialogue.path("messages")) {
      boolean system = said.path("role").asString("").equals("sys");
      if (system) {
        Map<String, ObjectNode> found = new TreeMap<>();
        for (JsonNode act : said.path("dialog_act")) {
          String domain = act.path(1).asString("");
          put(found, domain, act.path(0).asString(""), act.path(2), act.path(3));
        }
        calls(trace, found, Mappers.JSON.createObjectNode());
      }
      trace.say(system, said.path("content").asString(""));
    }
    return trace.json();
  }

  /** Only what tells a value counts, and a booking; requests and greetings do not. */
  private static void put(
      Map<String, ObjectNode> found, String domain, String act, JsonNode slot, JsonNode value) {
    String tool =
        switch (act) {
          case "Inform", "Recommend", "Select", "OfferBook" -> "find_" + domain;
          case "Book", "OfferBooked" -> "book_" + domain;
          default -> "";
        };
    boolean none = slot.asString("").equals("none");
    if (tool.isEmpty() || (none && !act.equals("Book"))) {
      return;
    }
    ObjectNode result =
        found.computeIfAbsent(
            tool.toLowerCase(Locale.ROOT), name -> Mappers.JSON.createObjectNode());
    String key = none ? "booked" : slot.asString("").toLowerCase(Locale.ROOT);
    JsonNode known = result.get(key);
    if (known == null) {
      result.put(key, value.asString(""));
    } else if (known instanceof ArrayNode several) {
      several.add(value.asString(""));
    } else {
      result.putArray(key).add(known).add(value.asString(""));
    }
  }

  private static void calls(Conversation trace, Map<String, ObjectNode> found, ObjectNode wanted) {
    found.forEach((tool, result) -> {
      JsonNode arguments = wanted.path(tool.substring(tool.indexOf('_') + 1));
      trace.called(tool, arguments, result, false);
    });
  }

  /** What the belief state holds as booked from this turn on. */
  private static void bookings(Conversation trace, JsonNode metadata, Set<String> booked) {
    for (Map.Entry<String, JsonNode> domain : metadata.properties()) {
      JsonNode done = domain.getValue().path("book").path("booked");
      if (done.isArray() && !done.isEmpty() && booked.add(domain.getKey() + done)) {
        JsonNode arguments = wanted(metadata).path(domain.getKey());
        trace.called("book_" + domain.getKey(), arguments, done, false);
      }
    }
  }

  private static ObjectNode wanted(JsonNode metadata) {
    ObjectNode wanted = Mappers.JSON.createObjectNode();
    for (Map.Entry<String, JsonNode> domain : metadata.properties()) {
      ObjectNode slots = wanted.putObject(domain.getKey());
      for (String part : new String[] {"semi", "book"}) {
        for (Map.Entry<String, JsonNode> slot : domain.getValue().path(part).properties()) {
          boolean said = slot.getValue().isString() && !slot.getValue().asString().isEmpty();
          if (said && !slot.getValue().asString().equals("not mentioned")) {
            slots.set(slot.getKey(), slot.getValue());
          }
        }
      }
    }
    return wanted;
  }
}
