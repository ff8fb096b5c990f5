package dev.assay.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A function of the template.
 *
 * @param handler the handler's class name
 * @param memoryMegabytes what it is given on AWS; told to the handler, not enforced here
 * @param environment Globals' variables and its own
 */
public record LambdaFunction(
    String logicalId,
    String name,
    String codeUri,
    String handler,
    Duration timeout,
    int memoryMegabytes,
    Map<String, String> environment,
    List<Trigger> triggers) {
  public LambdaFunction {
    environment = Map.copyOf(environment);
    triggers = List.copyOf(triggers);
  }

  /** The triggers of one kind. */
  public <T extends Trigger> List<T> triggers(Class<T> kind) {
    return triggers.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
