package dev.assay.local;

import dev.assay.local.count.Counts;
import dev.assay.local.count.Meter;
import dev.assay.local.dynamodb.DynamoDbEndpoint;
import dev.assay.local.gateway.Gateway;
import dev.assay.local.gateway.HttpApiDoor;
import dev.assay.local.lambda.FunctionFailure;
import dev.assay.local.s3.EmbeddedS3;
import dev.assay.local.schedule.Scheduler;
import dev.assay.local.sns.Notification;
import dev.assay.local.sns.Topics;
import dev.assay.local.sqs.EmbeddedSqs;
import dev.assay.local.sqs.SqsBackend;
import dev.assay.local.template.Queue;
import dev.assay.local.template.Stack;
import dev.assay.local.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The template's system, running in this process behind one loopback port. */
public final class LocalSystem implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LocalSystem.class);

  private final Deque<AutoCloseable> opened;
  private final Meter meter = new Meter();
  private final Gateway gateway;
  private final Stack stack;
  private final Template template;
  private final Topics topics;
  private final Functions functions;
  private final DynamoDbEndpoint tables;

  private LocalSystem(LocalOptions options, Deque<AutoCloseable> opened) {
    this.opened = opened;
    gateway = opened(new Gateway(options.port()));
    stack = Stack.local(gateway.endpoint());
    template = Template.read(options.template(), stack, options.parameters());
    topics = new Topics(template.topics().values(), options.clock(), meter);
    functions = new Functions(template, stack, options);
    HttpClient client =
        opened(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());

    var sqs =
        start(() -> EmbeddedSqs.start(template.queues(), stack, client, directory(options, "sqs")));
    var s3 =
        start(
            () -> EmbeddedS3.start(template.buckets().values(), client, directory(options, "s3")));
    tables = opened(tables(options));
    template.tables().forEach(new TableMaker(tables)::make);
    SqsBackend backend = new SqsBackend(opened(join(sqs)).address(), client, meter);
    HttpApiDoor api = new HttpApiDoor(meter);
    functions.addRoutes(api);
    gateway.start(
        new Gateway.Services(
            backend, tables, topics, api, opened(join(s3)).address(), client, meter));
    Scheduler scheduler = opened(new Scheduler(options.clock()));
    opened(functions).start(backend, scheduler);
    scheduler.start();
  }

  /**
   * Starts everything and returns when it answers.
   *
   * @throws IllegalArgumentException when the template or a handler is not as expected
   */
  public static LocalSystem start(LocalOptions options) {
    Deque<AutoCloseable> opened = new ArrayDeque<>();
    try {
      return new LocalSystem(options, opened);
    } catch (RuntimeException | Error e) {
      closeAll(opened);
      throw e;
    }
  }

  /** The one port: the endpoint URL of every AWS client. */
  public URI endpoint() {
    return gateway.endpoint();
  }

  /** The page for people. */
  public URI console() {
    return gateway.endpoint().resolve("/");
  }

  /** Everything counted since the start. */
  public Counts counts() {
    return meter.snapshot().plus(TableCounts.of(tables));
  }

  /** The last 1000 notifications of all topics, oldest first. */
  public List<Notification> notifications() {
    return topics.notifications();
  }

  /** What the template resolved to. */
  public Template template() {
    return template;
  }

  /**
   * Physical names by logical id: a queue's URL, a table's, bucket's or function's name, a topic's
   * ARN.
   */
  public Map<String, String> resources() {
    Map<String, String> names = new LinkedHashMap<>();
    for (Queue queue : template.queues()) {
      names.put(queue.logicalId(), stack.queueUrl(queue.name()));
    }
    template.tables().forEach(table -> names.put(table.logicalId(), table.name()));
    names.putAll(template.buckets());
    names.putAll(template.topics());
    template.functions().forEach(function -> names.put(function.logicalId(), function.name()));
    return names;
  }

  /** The variables that a function of the template is given, whether it is at work here or not. */
  public Map<String, String> environment(String logicalId) {
    return functions.environment(logicalId);
  }

  /**
   * Invokes a function that is at work, by hand.
   *
   * @return its answer; empty when it returned null
   */
  public Optional<Object> invoke(String logicalId, Object event)
      throws FunctionFailure, InterruptedException {
    return functions.runner(logicalId).invoke(event);
  }

  /** Stops event sources first, so that batches at work can end; then the rest. */
  @Override
  public void close() {
    closeAll(opened);
  }

  private static void closeAll(Deque<AutoCloseable> opened) {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        LOG.warn("not everything stopped cleanly", e);
      }
    }
  }

  private static DynamoDbEndpoint tables(LocalOptions options) {
    Path data = directory(options, "dynamodb");
    if (data == null) {
      return DynamoDbEndpoint.inMemory(options.clock());
    }
    try {
      return DynamoDbEndpoint.at(Files.createDirectories(data).resolve("tables"), options.clock());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep items in " + data, e);
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    opened.push(part);
    return part;
  }

  private static <T> CompletableFuture<T> start(Callable<T> part) {
    CompletableFuture<T> future = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            future.complete(part.call());
          } catch (Throwable e) {
            future.completeExceptionally(e);
          }
        });
    return future;
  }

  private static <T> T join(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the local system does not start", e.getCause());
    }
  }

  private static @Nullable Path directory(LocalOptions options, String name) {
    Path data = options.data();
    return data == null ? null : data.toAbsolutePath().resolve(name);
  }
}
