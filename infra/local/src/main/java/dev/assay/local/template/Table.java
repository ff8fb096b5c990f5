package dev.assay.local.template;

import java.util.Map;

/**
 * A table of the template.
 *
 * @param properties its resolved CloudFormation properties, whose names are those of DynamoDB's
 *     CreateTable
 */
public record Table(String logicalId, String name, Map<String, Object> properties) {
  public Table {
    properties = Map.copyOf(properties);
  }
}
