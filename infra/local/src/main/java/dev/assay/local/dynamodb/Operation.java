package dev.assay.local.dynamodb;

import tools.jackson.databind.JsonNode;

/** One operation of the protocol: does the work, counts it, and returns what to answer. */
@FunctionalInterface
interface Operation {
  /**
   * Runs it.
   *
   * @throws ServiceError when the request is refused; what it consumed is counted all the same
   */
  Answer run(JsonNode request, Consumption consumption);
}
