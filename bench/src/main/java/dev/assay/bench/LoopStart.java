package dev.assay.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** How soon {@code assay up} answers, launcher and JVM included, and how much memory it holds. */
final class LoopStart implements Measurement {
  private static final int RUNS = 5;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final int SETTLE_MS = 3_000;

  @Override
  public String name() {
    return "loop.start";
  }

  @Override
  public String about() {
    return "assay up until the console answers, and its resident memory; median of 5";
  }

  @Override
  public List<Figure> measure(Path home, Consumer<String> details) throws Exception {
    List<Double> seconds = new ArrayList<>();
    List<Double> megabytes = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      once(home, seconds, megabytes);
    }
    return List.of(
        Figure.atMost(name(), "ready", median(seconds), "s", 6),
        Figure.atMost(name(), "resident when ready and asked once", median(megabytes), "MB", 500));
  }

  private static void once(Path home, List<Double> seconds, List<Double> megabytes)
      throws IOException, InterruptedException {
    int port = freePort();
    long began = System.nanoTime();
    Process up =
        new ProcessBuilder(home.resolve("assay").toString(), "up", "--port", Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      awaitAnswer(up, port, began);
      seconds.add((System.nanoTime() - began) / 1e9);
      Thread.sleep(SETTLE_MS);
      megabytes.add(residentMegabytes(up.pid()));
    } finally {
      up.destroy();
      if (!up.waitFor(20, TimeUnit.SECONDS)) {
        up.destroyForcibly();
      }
    }
  }

  private static void awaitAnswer(Process up, int port, long began) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/status")).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (System.nanoTime() - began < PATIENCE_NANOS) {
        if (!up.isAlive()) {
          throw new IllegalStateException("assay up ended with " + up.exitValue());
        }
        try {
          if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException e) {
          // Not listening yet.
        }
        Thread.sleep(20);
      }
    }
    throw new IllegalStateException("assay up is not ready after a minute");
  }

  private static double residentMegabytes(long pid) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    throw new IllegalStateException("no VmRSS of process " + pid);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
  }
}
