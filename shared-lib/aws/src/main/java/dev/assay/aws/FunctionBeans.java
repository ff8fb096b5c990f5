package dev.assay.aws;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * A function's beans as its handler holds them. Under SnapStart they are made and warmed before the
 * snapshot is taken, so that a restored function has no cold path left.
 */
public final class FunctionBeans implements Resource {
  private final ApplicationContext context;
  private final Runnable warmUp;

  private FunctionBeans(ApplicationContext context, Runnable warmUp) {
    this.context = context;
    this.warmUp = warmUp;
  }

  /**
   * Starts the beans of one function. Several functions may live in one JVM, each with its own.
   *
   * @param function its name, such as {@code ingest}
   * @param warmUp beans that the function cannot work without; made before a snapshot
   */
  public static FunctionBeans start(
      String function, Map<String, String> variables, Class<?>... warmUp) {
    ApplicationContext context = FunctionContext.start(function, variables);
    List<Class<?>> types = List.of(warmUp);
    FunctionBeans beans = new FunctionBeans(context, () -> types.forEach(context::getBean));
    Core.getGlobalContext().register(beans);
    return beans;
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> cracContext) {
    warmUp.run();
  }

  @Override
  public void afterRestore(Context<? extends Resource> cracContext) {
    // Connections are opened on demand; nothing in the snapshot is bound to a socket.
  }
}
