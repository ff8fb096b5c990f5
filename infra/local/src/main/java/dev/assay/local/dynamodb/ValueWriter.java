package dev.assay.local.dynamodb;

import dev.assay.local.dynamodb.AttributeValue.B;
import dev.assay.local.dynamodb.AttributeValue.Bool;
import dev.assay.local.dynamodb.AttributeValue.Bs;
import dev.assay.local.dynamodb.AttributeValue.L;
import dev.assay.local.dynamodb.AttributeValue.M;
import dev.assay.local.dynamodb.AttributeValue.N;
import dev.assay.local.dynamodb.AttributeValue.Ns;
import dev.assay.local.dynamodb.AttributeValue.Null;
import dev.assay.local.dynamodb.AttributeValue.S;
import dev.assay.local.dynamodb.AttributeValue.Ss;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** Writes attribute values as the wire has them, binary as base64 and numbers as text. */
final class ValueWriter {
  private ValueWriter() {}

  static void map(JsonGenerator json, String name, Map<String, AttributeValue> values) {
    json.writeName(name);
    map(json, values);
  }

  static void map(JsonGenerator json, Map<String, AttributeValue> values) {
    json.writeStartObject();
    for (Map.Entry<String, AttributeValue> entry : values.entrySet()) {
      json.writeName(entry.getKey());
      value(json, entry.getValue());
    }
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, AttributeValue value) {
    json.writeStartObject();
    json.writeName(value.type());
    switch (value) {
      case S(var text) -> json.writeString(text);
      case N(var number) -> json.writeString(number.toPlainString());
      case B(var bytes) -> json.writeBinary(bytes.content());
      case Bool(var truth) -> json.writeBoolean(truth);
      case Null() -> json.writeBoolean(true);
      case L(var values) -> array(json, values, element -> value(json, element));
      case M(var values) -> map(json, values);
      case Ss(var values) -> array(json, values, json::writeString);
      case Ns(var values) -> array(json, values, n -> json.writeString(n.toPlainString()));
      case Bs(var values) -> array(json, values, b -> json.writeBinary(b.content()));
    }
    json.writeEndObject();
  }

  private static <T> void array(JsonGenerator json, Collection<T> values, Consumer<T> write) {
    json.writeStartArray();
    values.forEach(write);
    json.writeEndArray();
  }
}
