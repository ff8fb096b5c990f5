package dev.assay.local;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to run.
 *
 * @param template the SAM template
 * @param port of the one endpoint; 0 takes any that is free
 * @param data where messages, items and objects outlive the process; null keeps them in memory
 * @param parameters values for the template's parameters
 * @param environment variables on top of the template's, for every function
 * @param functions logical ids of the functions at work; null runs all. The others' queues, tables
 *     and buckets are there, their handlers are not even looked for
 * @param clock what schedules and notifications go by
 */
public record LocalOptions(
    Path template,
    int port,
    @Nullable Path data,
    Map<String, String> parameters,
    Map<String, String> environment,
    @Nullable Set<String> functions,
    Clock clock) {
  public LocalOptions {
    parameters = Map.copyOf(parameters);
    environment = Map.copyOf(environment);
    functions = functions == null ? null : Set.copyOf(functions);
  }

  /** All functions, by the system's clock. */
  public LocalOptions(
      Path template,
      int port,
      @Nullable Path data,
      Map<String, String> parameters,
      Map<String, String> environment) {
    this(template, port, data, parameters, environment, null, Clock.systemUTC());
  }

  /** Any port, in memory, the template's defaults. */
  public static LocalOptions of(Path template) {
    return new LocalOptions(template, 0, null, Map.of(), Map.of());
  }

  public LocalOptions withPort(int value) {
    return new LocalOptions(template, value, data, parameters, environment, functions, clock);
  }

  public LocalOptions withData(Path value) {
    return new LocalOptions(template, port, value, parameters, environment, functions, clock);
  }

  public LocalOptions withParameters(Map<String, String> value) {
    return new LocalOptions(template, port, data, value, environment, functions, clock);
  }

  public LocalOptions withEnvironment(Map<String, String> value) {
    return new LocalOptions(template, port, data, parameters, value, functions, clock);
  }

  /** Only these functions work; an empty set leaves the queues to the caller. */
  public LocalOptions withFunctions(Set<String> value) {
    return new LocalOptions(template, port, data, parameters, environment, value, clock);
  }

  public LocalOptions withClock(Clock value) {
    return new LocalOptions(template, port, data, parameters, environment, functions, value);
  }

  boolean runs(String logicalId) {
    return functions == null || functions.contains(logicalId);
  }
}
