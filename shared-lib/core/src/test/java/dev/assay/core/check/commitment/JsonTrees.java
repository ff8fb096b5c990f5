package dev.assay.core.check.commitment;

import dev.assay.core.trace.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Jackson trees as the core's JSON. */
public final class JsonTrees {
  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private JsonTrees() {}

  static Json of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        Map<String, Json> members = new LinkedHashMap<>();
        node.properties().forEach(e -> members.put(e.getKey(), of(e.getValue())));
        yield new Json.Obj(members);
      }
      case ARRAY -> {
        List<Json> items = new ArrayList<>();
        node.forEach(item -> items.add(of(item)));
        yield new Json.Arr(items);
      }
      case STRING -> new Json.Text(node.stringValue());
      case NUMBER -> new Json.Num(node.decimalValue());
      case BOOLEAN -> new Json.Bool(node.booleanValue());
      case NULL, MISSING, BINARY, POJO -> Json.Null.NULL;
    };
  }

  /** Text that is an object or a list becomes one; everything else stays text. */
  public static Json parse(String text) {
    if (text.isEmpty() || (text.charAt(0) != '{' && text.charAt(0) != '[')) {
      return new Json.Text(text);
    }
    try {
      return of(MAPPER.readTree(text));
    } catch (JacksonException e) {
      return new Json.Text(text);
    }
  }
}
