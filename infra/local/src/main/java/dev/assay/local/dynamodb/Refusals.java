package dev.assay.local.dynamodb;

import dev.assay.local.dynamodb.ServiceError.Reason;
import tools.jackson.core.JsonGenerator;

/** Writes refusals in the shape the SDKs unmarshal. */
final class Refusals {
  private Refusals() {}

  static void write(JsonGenerator json, ServiceError error) {
    json.writeStartObject();
    json.writeStringProperty("__type", error.type());
    json.writeStringProperty("message", error.text());
    Item item = error.item();
    if (item != null) {
      ValueWriter.map(json, "Item", item.attributes());
    }
    if (!error.reasons().isEmpty()) {
      json.writeArrayPropertyStart("CancellationReasons");
      error.reasons().forEach(reason -> write(json, reason));
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Reason reason) {
    json.writeStartObject();
    json.writeStringProperty("Code", reason.code());
    if (!reason.message().isEmpty()) {
      json.writeStringProperty("Message", reason.message());
    }
    Item item = reason.item();
    if (item != null) {
      ValueWriter.map(json, "Item", item.attributes());
    }
    json.writeEndObject();
  }
}
