package dev.assay.local.dynamodb;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The same contract asked of Amazon's DynamoDB Local, where the profile {@code dynamodb-local} put
 * it on the class path: its licence asks for an AWS account and forbids building it in, so nothing
 * here names its classes at compile time.
 */
final class DynamoDbLocalTest extends DynamoDbContract {
  private static final String RUNNER = "com.amazonaws.services.dynamodbv2.local.main.ServerRunner";

  private @Nullable Object server;

  @Override
  protected URI endpoint() throws Exception {
    Class<?> runner;
    try {
      runner = Class.forName(RUNNER);
    } catch (ClassNotFoundException e) {
      assumeTrue(false, "DynamoDB Local is absent: needs an AWS account and -P dynamodb-local");
      throw e;
    }
    String port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = String.valueOf(socket.getLocalPort());
    }
    String[] arguments = {"-inMemory", "-disableTelemetry", "-port", port};
    Object started =
        runner
            .getMethod("createServerFromCommandLineArgs", String[].class)
            .invoke(null, (Object) arguments);
    started.getClass().getMethod("start").invoke(started);
    server = started;
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  protected void stop() {
    Object running = server;
    if (running != null) {
      try {
        running.getClass().getMethod("stop").invoke(running);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("DynamoDB Local did not stop", e);
      }
    }
  }
}
