package dev.assay.aws;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.util.Map;

/** Starts a function's beans. Several functions may live in one JVM, each with its own. */
public final class FunctionContext {
  /** The property by which a Wiring says whose it is. */
  public static final String PROPERTY = "assay.function";

  private FunctionContext() {}

  /**
   * Starts the beans of one function.
   *
   * @param function its name, such as {@code ingest}
   */
  public static ApplicationContext start(String function, Map<String, String> variables) {
    ApplicationContext context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .environmentPropertySource(false)
            .propertySources(PropertySource.of("function", Map.of(PROPERTY, function)))
            .build();
    context.registerSingleton(new Environment(variables));
    return context.start();
  }
}
