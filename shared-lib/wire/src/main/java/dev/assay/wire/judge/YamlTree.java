package dev.assay.wire.judge;

import dev.assay.wire.Mappers;
import dev.assay.wire.judge.RubricReading.Mistake;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A YAML file (1.2, core schema) as a JSON tree that knows its lines. Only plain data: one document
 * without anchors, aliases and tags, each key once, 100 000 characters and 20 levels at most, so
 * that no file can be more than it looks.
 */
final class YamlTree {
  private static final int MOST_CHARACTERS = 100_000;
  private static final int DEEPEST = 20;
  private static final JsonNodeFactory NODES = Mappers.JSON.getNodeFactory();
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setSchema(new CoreSchema())
          .setCodePointLimit(MOST_CHARACTERS)
          .setMaxAliasesForCollections(0)
          // Refused below, with the line.
          .setAllowNonScalarKeys(true)
          .build();

  private final Map<String, Integer> lines = new HashMap<>();
  private final List<Mistake> mistakes = new ArrayList<>();
  private JsonNode root = NODES.nullNode();

  private YamlTree() {}

  /** Reads a text; the tree is of use only when there are no {@link #mistakes}. */
  static YamlTree of(String text) {
    YamlTree tree = new YamlTree();
    try {
      tree.read(text);
    } catch (MarkedYamlEngineException e) {
      String problem = e.getProblem() == null ? "this is none" : e.getProblem();
      tree.mistake(e.getProblemMark(), "", "expected YAML, got: " + problem);
    } catch (YamlEngineException e) {
      tree.mistake(Optional.empty(), "", "expected YAML, got none: " + e.getMessage());
    }
    return tree;
  }

  JsonNode root() {
    return root;
  }

  Map<String, Integer> lines() {
    return lines;
  }

  List<Mistake> mistakes() {
    return mistakes;
  }

  private void read(String text) {
    if (text.length() > MOST_CHARACTERS) {
      mistake(Optional.empty(), "", "expected at most " + MOST_CHARACTERS + " characters");
      return;
    }
    checkEvents(text);
    if (mistakes.isEmpty()) {
      new Compose(SETTINGS).composeString(text).ifPresent(node -> root = value(node, ""));
    }
  }

  /** Refuses what must not even be composed. */
  private void checkEvents(String text) {
    int depth = 0;
    int documents = 0;
    for (Event event : new Parse(SETTINGS).parseString(text)) {
      switch (event) {
        case AliasEvent _ -> mistake(event.getStartMark(), "", "expected the value, got an alias");
        case NodeEvent node when node.getAnchor().isPresent() ->
            mistake(event.getStartMark(), "", "expected no anchor, got one");
        case DocumentStartEvent _ -> documents++;
        case CollectionEndEvent _ -> depth--;
        default -> {}
      }
      depth += event instanceof CollectionStartEvent ? 1 : 0;
      if (depth > DEEPEST || documents > 1) {
        String more = depth > DEEPEST ? DEEPEST + " levels" : "one document";
        mistake(event.getStartMark(), "", "expected at most " + more + ", got more");
        return;
      }
    }
  }

  private void mistake(Optional<Mark> mark, String field, String message) {
    mistakes.add(new Mistake(mark.map(at -> at.getLine() + 1).orElse(1), field, message));
  }

  private JsonNode value(Node node, String path) {
    return switch (node) {
      case MappingNode mapping -> object(mapping, path);
      case SequenceNode sequence -> array(sequence, path);
      case ScalarNode scalar -> scalar(scalar, path);
      default -> NODES.nullNode();
    };
  }

  private ObjectNode object(MappingNode mapping, String path) {
    plain(mapping, Tag.MAP, path);
    ObjectNode object = NODES.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      if (entry.getKeyNode() instanceof ScalarNode key) {
        String field = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
        if (object.has(key.getValue())) {
          mistake(key.getStartMark(), field, "expected once, got it again");
        }
        key.getStartMark().ifPresent(mark -> lines.put(field, mark.getLine() + 1));
        object.set(key.getValue(), value(entry.getValueNode(), field));
      } else {
        mistake(entry.getKeyNode().getStartMark(), path, "expected a name as key");
      }
    }
    return object;
  }

  private ArrayNode array(SequenceNode sequence, String path) {
    plain(sequence, Tag.SEQ, path);
    ArrayNode array = NODES.arrayNode();
    for (Node item : sequence.getValue()) {
      String field = path + "[" + array.size() + "]";
      item.getStartMark().ifPresent(mark -> lines.put(field, mark.getLine() + 1));
      array.add(value(item, field));
    }
    return array;
  }

  private JsonNode scalar(ScalarNode node, String path) {
    Tag tag = node.getTag();
    String text = node.getValue();
    if (tag.equals(Tag.STR)) {
      return NODES.stringNode(text);
    }
    if (tag.equals(Tag.BOOL)) {
      return NODES.booleanNode(Boolean.parseBoolean(text));
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return number(node, path);
    }
    plain(node, Tag.NULL, path);
    return NODES.nullNode();
  }

  private JsonNode number(ScalarNode node, String path) {
    try {
      return NODES.numberNode(new BigDecimal(node.getValue()));
    } catch (NumberFormatException e) {
      mistake(node.getStartMark(), path, "expected a number in decimal digits");
      return NODES.nullNode();
    }
  }

  private void plain(Node node, Tag expected, String path) {
    if (!node.getTag().equals(expected)) {
      mistake(node.getStartMark(), path, "expected no tag, got " + node.getTag().getValue());
    }
  }
}
