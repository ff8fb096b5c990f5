package dev.assay.bench;

import dev.assay.wire.Mappers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** The dated price table in infra/prices: dollars for one operation. */
record Prices(JsonNode table) {
  static Prices read(Path home) throws IOException {
    Path file = home.resolve("infra/prices/aws-us-east-1.json");
    return new Prices(Mappers.JSON.readTree(Files.readAllBytes(file)));
  }

  double of(String operation) {
    JsonNode price = table.path(operation);
    if (!price.isNumber()) {
      throw new IllegalStateException("infra/prices: no price of " + operation);
    }
    return price.doubleValue();
  }
}
