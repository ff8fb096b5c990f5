package dev.assay.local.dynamodb;

import dev.assay.local.dynamodb.AttributeValue.L;
import dev.assay.local.dynamodb.AttributeValue.M;
import dev.assay.local.dynamodb.DocumentPath.Name;
import dev.assay.local.dynamodb.DocumentPath.Position;
import dev.assay.local.dynamodb.DocumentPath.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The part of an item that some paths name, nested as it was; list elements move together. */
final class Projection {
  private final Map<String, Node> roots = new LinkedHashMap<>();

  /** A step's children; a node without any takes the whole value. */
  private static final class Node {
    private final Map<String, Node> names = new LinkedHashMap<>();
    private final TreeMap<Integer, Node> positions = new TreeMap<>();

    private Node child(Step step) {
      return switch (step) {
        case Name(var name) -> names.computeIfAbsent(name, key -> new Node());
        case Position(int index) -> positions.computeIfAbsent(index, key -> new Node());
      };
    }
  }

  private Projection() {}

  static Projection of(List<DocumentPath> paths) {
    Projection projection = new Projection();
    for (DocumentPath path : paths) {
      Node node = projection.roots.computeIfAbsent(path.root(), name -> new Node());
      for (Step step : path.steps().subList(1, path.steps().size())) {
        node = node.child(step);
      }
    }
    return projection;
  }

  /** The attributes' names the paths begin with. */
  Iterable<String> attributeNames() {
    return roots.keySet();
  }

  Map<String, AttributeValue> apply(Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> kept = new LinkedHashMap<>();
    roots.forEach((name, node) -> keep(kept, name, attributes, node));
    return kept;
  }

  private static void keep(
      Map<String, AttributeValue> kept, String name, Map<String, AttributeValue> from, Node node) {
    AttributeValue value = from.get(name);
    if (value != null) {
      List<AttributeValue> part = part(value, node);
      if (!part.isEmpty()) {
        kept.put(name, part.getFirst());
      }
    }
  }

  /** The wanted part of a value; empty when nothing of it is there. */
  private static List<AttributeValue> part(AttributeValue value, Node node) {
    if (node.names.isEmpty() && node.positions.isEmpty()) {
      return List.of(value);
    }
    if (value instanceof M(var values)) {
      Map<String, AttributeValue> kept = new LinkedHashMap<>();
      node.names.forEach((name, child) -> keep(kept, name, values, child));
      return kept.isEmpty() ? List.of() : List.of(new M(kept));
    }
    if (value instanceof L(var values)) {
      List<AttributeValue> kept = new ArrayList<>();
      node.positions.forEach((index, child) -> {
        if (index < values.size()) {
          kept.addAll(part(values.get(index), child));
        }
      });
      return kept.isEmpty() ? List.of() : List.of(new L(kept));
    }
    return List.of();
  }
}
