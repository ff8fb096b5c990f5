package dev.assay.local.sqs;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import dev.assay.local.count.Meter;
import dev.assay.local.template.Queue;
import dev.assay.local.template.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.Terminated;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Function0;

/** ElasticMQ with the template's queues, on a loopback port of its own. */
public final class EmbeddedSqs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedSqs.class);
  private static final Duration GRACE = Duration.ofMillis(500);
  private static final Duration START_LIMIT = Duration.ofSeconds(30);

  private final URI address;
  private final Function0<Terminated> shutdown;

  private EmbeddedSqs(URI address, Function0<Terminated> shutdown) {
    this.address = address;
    this.shutdown = shutdown;
  }

  /**
   * Starts it.
   *
   * @param data where messages outlive the process; null keeps them in memory
   */
  public static EmbeddedSqs start(
      List<Queue> queues, Stack stack, HttpClient client, @Nullable Path data) {
    quieten();
    int port = freePort();
    Map<String, Object> settings = new HashMap<>(server(stack, port));
    queues.forEach(queue -> settings.putAll(queue(queue)));
    if (data != null) {
      settings.putAll(storage(data));
    }
    Config config = ConfigFactory.load();
    for (var setting : settings.entrySet()) {
      config =
          config.withValue(setting.getKey(), ConfigValueFactory.fromAnyRef(setting.getValue()));
    }
    Function0<Terminated> shutdown = new ElasticMQServer(new ElasticMQServerConfig(config)).start();
    EmbeddedSqs sqs = new EmbeddedSqs(URI.create("http://127.0.0.1:" + port), shutdown);
    sqs.awaitQueues(queues, client);
    return sqs;
  }

  /** Where it answers; queue URLs name the stack's endpoint instead. */
  public URI address() {
    return address;
  }

  /**
   * Stops it. The server would wait for long polls that nobody listens to any more, 20 seconds; it
   * may do so behind the caller's back, since what it stores is stored already.
   */
  @Override
  public void close() {
    Thread stopping = Thread.ofPlatform().daemon().name("sqs stop").start(this::stop);
    try {
      stopping.join(GRACE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop() {
    try {
      shutdown.apply();
    } catch (RuntimeException e) {
      LOG.debug("SQS did not stop cleanly", e);
    }
  }

  /** The server answers before it has made, or read back, its queues. */
  private void awaitQueues(List<Queue> queues, HttpClient client) {
    SqsBackend backend = new SqsBackend(address, client, new Meter());
    long end = System.nanoTime() + START_LIMIT.toNanos();
    try {
      for (Queue queue : queues) {
        byte[] request =
            ("{\"QueueName\":\"" + queue.name() + "\"}").getBytes(StandardCharsets.UTF_8);
        while (backend.call("GetQueueUrl", request).statusCode() != 200) {
          if (System.nanoTime() > end) {
            throw new IllegalStateException("queue " + queue.name() + " was not made");
          }
          Thread.sleep(20);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("SQS does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while SQS starts", e);
    }
  }

  private static Map<String, Object> server(Stack stack, int port) {
    return Map.of(
        "rest-sqs.bind-hostname", "127.0.0.1",
        "rest-sqs.bind-port", port,
        "node-address.host", stack.endpoint().getHost(),
        "node-address.port", stack.endpoint().getPort(),
        "aws.region", stack.region(),
        "aws.accountId", stack.account());
  }

  private static Map<String, Object> storage(Path data) {
    return Map.of(
        "messages-storage.enabled",
        true,
        "messages-storage.uri",
        "jdbc:h2:file:" + data.toAbsolutePath().resolve("messages"));
  }

  private static Map<String, Object> queue(Queue queue) {
    String path = "queues.\"" + queue.name() + "\".";
    Map<String, Object> settings = new HashMap<>();
    settings.put(path + "defaultVisibilityTimeout", queue.visibility());
    settings.put(path + "delay", queue.delay());
    settings.put(path + "receiveMessageWait", queue.receiveWait());
    Queue.Redrive redrive = queue.redrive();
    if (redrive != null) {
      settings.put(path + "deadLettersQueue.name", redrive.deadLetterQueue());
      settings.put(path + "deadLettersQueue.maxReceiveCount", redrive.maxReceiveCount());
    }
    return settings;
  }

  /** The server reports every start, stop and request; only what goes wrong is worth a line. */
  private static void quieten() {
    for (String logger : List.of("org.elasticmq", "org.apache.pekko", "org.gaul")) {
      String property = "org.slf4j.simpleLogger.log." + logger;
      if (System.getProperty(property) == null) {
        System.setProperty(property, "error");
      }
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free loopback port", e);
    }
  }
}
