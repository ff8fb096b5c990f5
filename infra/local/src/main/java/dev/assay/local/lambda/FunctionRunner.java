package dev.assay.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.assay.local.template.LambdaFunction;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one function in this process. As on Lambda an instance serves one event at a time; more
 * events at a time make more instances, idle ones are used again, one that timed out is given up.
 */
public final class FunctionRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FunctionRunner.class);

  private final LambdaFunction function;
  private final String arn;
  private final Map<String, String> environment;
  private final Constructor<?> constructor;
  private final ConcurrentLinkedDeque<RequestHandler<Object, Object>> idle =
      new ConcurrentLinkedDeque<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Finds the handler; makes no instance yet.
   *
   * @param arn the function's ARN
   * @param extra variables on top of the function's own
   * @throws IllegalArgumentException when the class is not there or not made like a handler
   */
  public FunctionRunner(LambdaFunction function, String arn, Map<String, String> extra) {
    this.function = function;
    this.arn = arn;
    this.environment = environment(function, extra);
    this.constructor = constructor(function);
  }

  /** The variables this function was given. */
  public Map<String, String> environment() {
    return environment;
  }

  /** A function's own variables, its name and those on top. */
  public static Map<String, String> environment(
      LambdaFunction function, Map<String, String> extra) {
    Map<String, String> variables = new HashMap<>(function.environment());
    variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    variables.putAll(extra);
    return Map.copyOf(variables);
  }

  private static Constructor<?> constructor(LambdaFunction function) {
    try {
      Class<?> type = Class.forName(function.handler());
      if (RequestHandler.class.isAssignableFrom(type)) {
        return type.getConstructor(Map.class);
      }
    } catch (ReflectiveOperationException e) {
      throw wrongHandler(function, e);
    }
    throw wrongHandler(function, null);
  }

  private static IllegalArgumentException wrongHandler(
      LambdaFunction function, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "function "
            + function.logicalId()
            + ": expected "
            + function.handler()
            + " on the class path, a RequestHandler with a public constructor (Map)",
        cause);
  }

  /** Makes one instance ahead of the first event. */
  public void warm() {
    try {
      idle.add(instance());
    } catch (FunctionFailure e) {
      LOG.warn("{} does not start: {}", function.name(), String.valueOf(e.getCause()));
    }
  }

  public Duration timeout() {
    return function.timeout();
  }

  /**
   * The handler's answer; empty when it returned null.
   *
   * @throws FunctionFailure when it throws, cannot be made or exceeds its timeout
   */
  public Optional<Object> invoke(Object event) throws FunctionFailure, InterruptedException {
    RequestHandler<Object, Object> pooled = idle.pollFirst();
    RequestHandler<Object, Object> handler = pooled == null ? instance() : pooled;
    InvocationContext context = new InvocationContext(function, arn);
    Future<Optional<Object>> answer =
        threads.submit(() -> Optional.ofNullable(handler.handleRequest(event, context)));
    try {
      Optional<Object> result = answer.get(timeout().toMillis(), TimeUnit.MILLISECONDS);
      idle.addFirst(handler);
      return result;
    } catch (ExecutionException e) {
      idle.addFirst(handler);
      throw new FunctionFailure(function.name() + " threw " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new FunctionFailure(function.name() + " exceeded its timeout of " + timeout(), e);
    }
  }

  @SuppressWarnings("unchecked") // the event's type is the trigger's, the handler's the template's
  private RequestHandler<Object, Object> instance() throws FunctionFailure {
    try {
      return (RequestHandler<Object, Object>) constructor.newInstance(environment);
    } catch (InvocationTargetException e) {
      throw new FunctionFailure(function.name() + " does not start", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new FunctionFailure(function.name() + " cannot be made", e);
    }
  }

  /** Ends what still runs and closes the instances that can be closed. */
  @Override
  public void close() {
    threads.shutdownNow();
    idle.forEach(FunctionRunner::closeQuietly);
    idle.clear();
  }

  private static void closeQuietly(Object handler) {
    if (handler instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        LOG.warn("{} did not close: {}", handler.getClass().getName(), e.toString());
      }
    }
  }
}
