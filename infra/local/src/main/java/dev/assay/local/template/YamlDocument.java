package dev.assay.local.template;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * A CloudFormation YAML file as maps, lists, strings, longs, doubles and booleans; the short forms
 * ({@code !Ref}, {@code !Sub} …) become the long ones ({@code Ref}, {@code Fn::Sub}).
 */
final class YamlDocument {
  private YamlDocument() {}

  /**
   * The file's top mapping.
   *
   * @throws IllegalArgumentException when the file is not YAML or not a mapping
   */
  static Map<String, Object> read(Path file) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file.toString()).setSchema(new CoreSchema()).build();
    try (Reader reader = Files.newBufferedReader(file)) {
      Node root =
          new Compose(settings)
              .composeReader(reader)
              .orElseThrow(() -> new IllegalArgumentException(file + " is empty"));
      if (!(root instanceof MappingNode mapping)) {
        throw new IllegalArgumentException(file + ": expected a mapping at the top");
      }
      return map(mapping);
    } catch (YamlEngineException | IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Object value(Node node) {
    Object plain =
        switch (node) {
          case MappingNode mapping -> map(mapping);
          case SequenceNode sequence -> list(sequence);
          case ScalarNode scalar -> scalar(scalar);
          default -> throw new IllegalArgumentException("unknown YAML node " + node.getNodeType());
        };
    return longForm(node.getTag().getValue(), plain);
  }

  private static Object longForm(String tag, Object plain) {
    if (!tag.startsWith("!") || tag.length() == 1) {
      return plain;
    }
    String name = tag.substring(1);
    boolean bare = name.equals("Ref") || name.equals("Condition");
    return Map.of(bare ? name : "Fn::" + name, plain);
  }

  private static Map<String, Object> map(MappingNode mapping) {
    Map<String, Object> result = new LinkedHashMap<>();
    for (var entry : mapping.getValue()) {
      if (entry.getKeyNode() instanceof ScalarNode key) {
        result.put(key.getValue(), value(entry.getValueNode()));
      }
    }
    return result;
  }

  private static List<Object> list(SequenceNode sequence) {
    List<Object> result = new ArrayList<>();
    sequence.getValue().forEach(item -> result.add(value(item)));
    return result;
  }

  private static Object scalar(ScalarNode node) {
    String text = node.getValue();
    Tag tag = node.getTag();
    if (tag.equals(Tag.INT)) {
      return Long.decode(text);
    }
    if (tag.equals(Tag.FLOAT)) {
      return Double.valueOf(text);
    }
    if (tag.equals(Tag.BOOL)) {
      return Boolean.valueOf(text);
    }
    return tag.equals(Tag.NULL) ? "" : text;
  }
}
