package dev.assay.local.dynamodb;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The same contract asked of moto, so that our endpoint and the contract do not agree in error
 * only. Runs where {@code moto_server} is on the path or named by {@code ASSAY_MOTO}.
 */
final class MotoDynamoDbTest extends DynamoDbContract {
  private static final Duration START = Duration.ofSeconds(30);

  private @Nullable Process moto;

  @Override
  protected URI endpoint() throws Exception {
    Optional<Path> program = program();
    assumeTrue(
        program.isPresent(),
        "moto_server is neither on the PATH nor named by ASSAY_MOTO: pip install moto[server]");
    int port = freePort();
    Process started =
        new ProcessBuilder(
                program.orElseThrow().toString(), "-H", "127.0.0.1", "-p", String.valueOf(port))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    moto = started;
    awaitListening(started, port);
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  protected void stop() {
    if (moto != null) {
      moto.descendants().forEach(ProcessHandle::destroy);
      moto.destroy();
    }
  }

  private static Optional<Path> program() {
    String named = System.getenv("ASSAY_MOTO");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, "moto_server"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void awaitListening(Process process, int port) throws InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
    process.destroy();
    assumeTrue(false, "moto_server was found but did not start");
  }
}
