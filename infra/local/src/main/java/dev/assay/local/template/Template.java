package dev.assay.local.template;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The deployed system as its template says it.
 *
 * @param buckets logical id to bucket name
 * @param topics logical id to topic ARN
 * @param outputs the template's outputs, resolved
 */
public record Template(
    List<Queue> queues,
    List<Table> tables,
    Map<String, String> buckets,
    Map<String, String> topics,
    List<LambdaFunction> functions,
    Map<String, String> outputs) {
  public Template {
    queues = List.copyOf(queues);
    tables = List.copyOf(tables);
    buckets = Map.copyOf(buckets);
    topics = Map.copyOf(topics);
    functions = List.copyOf(functions);
    outputs = Map.copyOf(outputs);
  }

  /**
   * Reads a template.
   *
   * @param parameters values for its parameters; the others take their defaults
   * @throws IllegalArgumentException naming file, path and what was expected
   */
  public static Template read(Path file, Stack stack, Map<String, String> parameters) {
    return new TemplateReader(YamlDocument.read(file), stack, parameters).read();
  }
}
