package dev.assay.local.lambda;

import dev.assay.local.LocalSystem;
import dev.assay.local.template.LambdaFunction;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * One execution environment: a JVM with the function's shipped jar and the runtime interface client
 * alone on its class path, started as Lambda starts it.
 */
final class FunctionProcess implements AutoCloseable {
  /** The client and what it stands on. */
  private static final List<String> RUNTIME =
      List.of(
          "aws-lambda-java-runtime-interface-client-",
          "aws-lambda-java-core-",
          "aws-lambda-java-serialization-",
          "utils-lite-");

  /** Generous: the machine may be busy. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final RuntimeApi api;
  private final Process process;
  private final Path log;

  private FunctionProcess(RuntimeApi api, Process process, Path log) {
    this.api = api;
    this.process = process;
    this.log = log;
  }

  /** Starts a function of the template. */
  static FunctionProcess start(LocalSystem system, String logicalId) {
    return start(system, logicalId, Map.of());
  }

  /**
   * Starts a function of the template.
   *
   * @param extra variables on top of the template's
   */
  static FunctionProcess start(LocalSystem system, String logicalId, Map<String, String> extra) {
    LambdaFunction function =
        system.template().functions().stream()
            .filter(f -> f.logicalId().equals(logicalId))
            .findFirst()
            .orElseThrow();
    String arn = "arn:aws:lambda:eu-west-1:000000000000:function:" + function.name() + ":live";
    RuntimeApi api = new RuntimeApi(arn, function.timeout());
    Map<String, String> environment = new HashMap<>(system.environment(logicalId));
    environment.putAll(reserved(function, api));
    environment.putAll(extra);
    try {
      Path log = Files.createTempFile(logDirectory(), logicalId + "-", ".log");
      ProcessBuilder builder = new ProcessBuilder(command(function));
      builder.environment().clear();
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      return new FunctionProcess(api, builder.start(), log);
    } catch (IOException e) {
      api.close();
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> reserved(LambdaFunction function, RuntimeApi api) {
    return Map.of(
        "AWS_LAMBDA_RUNTIME_API",
        api.address(),
        "AWS_LAMBDA_FUNCTION_NAME",
        function.name(),
        "AWS_LAMBDA_FUNCTION_VERSION",
        "1",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
        Integer.toString(function.memoryMegabytes()),
        "AWS_LAMBDA_LOG_GROUP_NAME",
        "/local/" + function.name(),
        "AWS_LAMBDA_LOG_STREAM_NAME",
        "local",
        "AWS_LAMBDA_LOG_FORMAT",
        "JSON",
        "_HANDLER",
        function.handler(),
        "LANG",
        "C.UTF-8");
  }

  private static List<String> command(LambdaFunction function) {
    Path jar = ShippedJars.of(function);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Lambda leaves the JVM about 85 % of the memory.
    command.add("-Xmx" + function.memoryMegabytes() * 85 / 100 + "m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(jar + File.pathSeparator + runtimeClassPath());
    command.add("com.amazonaws.services.lambda.runtime.api.client.AWSLambda");
    command.add(function.handler());
    return command;
  }

  private static String runtimeClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            entry -> RUNTIME.stream().anyMatch(Path.of(entry).getFileName().toString()::startsWith))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path logDirectory() throws IOException {
    return Files.createDirectories(Path.of("target", "lambda"));
  }

  /** Sends an event and does not wait. */
  CompletableFuture<String> send(String event) {
    return api.send(event);
  }

  /**
   * Sends an event and waits for the answer.
   *
   * @throws FunctionFailure when the function reports an error
   */
  String invoke(String event) throws FunctionFailure {
    CompletableFuture<String> answer = send(event);
    try {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < end) {
        try {
          return answer.get(100, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          giveUpIfDead();
        }
      }
      throw new AssertionError("no answer within " + PATIENCE + ":\n" + output());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof FunctionFailure failure) {
        throw failure;
      }
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void giveUpIfDead() {
    if (api.initFailure().isDone()) {
      throw new AssertionError("init failed: " + api.initFailure().getNow("") + "\n" + output());
    }
    if (!process.isAlive()) {
      throw new AssertionError("the process ended:\n" + output());
    }
  }

  /**
   * Waits until the function asks to be restored, its snapshot being taken, and restores it.
   *
   * @return what it wrote until then
   */
  String snapshotAndRestore() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!api.snapshot().await(100, TimeUnit.MILLISECONDS)) {
      giveUpIfDead();
      if (System.nanoTime() > end) {
        throw new AssertionError("no snapshot within " + PATIENCE + ":\n" + output());
      }
    }
    String before = output();
    api.restore();
    return before;
  }

  /** Ends it on the spot, as a crash or a lost host would: no hook runs. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** What the process wrote so far. */
  String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "(no output: " + e.getMessage() + ")";
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    api.close();
  }
}
