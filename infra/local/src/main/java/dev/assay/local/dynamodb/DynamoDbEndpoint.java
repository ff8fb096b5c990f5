package dev.assay.local.dynamodb;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A DynamoDB of our own: takes a request's target and body, returns status and body.
 *
 * <p>It carries no HTTP, so that one port may serve several services; {@link DynamoDbServer} puts
 * it on a port alone. Thread safe. Close it: a file is complete only then; a killed process loses
 * at most the writes of the last {@value Housekeeping#FLUSH_MILLIS} milliseconds.
 */
public final class DynamoDbEndpoint implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(DynamoDbEndpoint.class.getName());
  private static final String TARGET_PREFIX = "DynamoDB_20120810.";

  private final JsonMapper json;
  private final Store store;
  private final Meter meter = new Meter();
  private final Map<String, Operation> operations;
  private final Housekeeping housekeeping;

  private DynamoDbEndpoint(@Nullable Path file, Clock clock) {
    this.json = JsonMapper.builder().build();
    this.store = Store.open(file, json, clock);
    this.operations = operations(store);
    this.housekeeping = Housekeeping.start(store, file != null);
  }

  /** An endpoint that forgets all when closed; the clock decides when items expire. */
  public static DynamoDbEndpoint inMemory(Clock clock) {
    return new DynamoDbEndpoint(null, clock);
  }

  /**
   * An endpoint that keeps its tables in a file, created when absent.
   *
   * @throws org.h2.mvstore.MVStoreException when another process has the file open or it is none of
   *     ours
   */
  public static DynamoDbEndpoint at(Path file, Clock clock) {
    return new DynamoDbEndpoint(file, clock);
  }

  private static Map<String, Operation> operations(Store store) {
    Expressions expressions = new Expressions();
    ChangeReader reader = new ChangeReader(store, expressions);
    SingleWrites writes = new SingleWrites(store, reader);
    Batches batches = new Batches(store, reader, writes, expressions);
    Reads reads = new Reads(store, expressions);
    TableOperations tables = new TableOperations(store);
    return Map.ofEntries(
        Map.entry("CreateTable", tables::create),
        Map.entry("DescribeTable", tables::describe),
        Map.entry("ListTables", tables::list),
        Map.entry("DeleteTable", tables::delete),
        Map.entry("UpdateTimeToLive", tables::updateTimeToLive),
        Map.entry("DescribeTimeToLive", tables::describeTimeToLive),
        Map.entry("PutItem", writes::put),
        Map.entry("UpdateItem", writes::update),
        Map.entry("DeleteItem", writes::delete),
        Map.entry("GetItem", reads::get),
        Map.entry("Query", reads::query),
        Map.entry("Scan", reads::scan),
        Map.entry("BatchGetItem", batches::get),
        Map.entry("BatchWriteItem", batches::write),
        Map.entry("TransactWriteItems", new Transactions(store, reader)::write));
  }

  /**
   * Answers one request. Never throws: refusals and faults are answers too.
   *
   * @param target the X-Amz-Target header, such as {@code DynamoDB_20120810.PutItem}
   * @param body the request's JSON
   */
  public Response handle(String target, byte[] body) {
    try {
      return answer(target, body);
    } catch (ServiceError e) {
      return refusal(e);
    } catch (JacksonException e) {
      return refusal(ServiceError.serialization("The request is not readable JSON"));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.log(System.Logger.Level.ERROR, target + " failed", e);
      return refusal(ServiceError.internal(e.getClass().getSimpleName()));
    }
  }

  private Response answer(String target, byte[] body) {
    String name = target.startsWith(TARGET_PREFIX) ? target.substring(TARGET_PREFIX.length()) : "";
    Operation operation = operations.get(name);
    if (operation == null) {
      throw ServiceError.unknownOperation(target);
    }
    Consumption consumption = new Consumption();
    try {
      JsonNode request = json.readTree(body);
      if (!request.isObject()) {
        throw ServiceError.serialization("The request is not a JSON object");
      }
      Answer answer = operation.run(request, consumption);
      return new Response(200, written(generator -> object(generator, answer)));
    } finally {
      meter.add(name, consumption);
    }
  }

  private static void object(JsonGenerator generator, Answer answer) {
    generator.writeStartObject();
    answer.write(generator);
    generator.writeEndObject();
  }

  private Response refusal(ServiceError error) {
    return new Response(error.status(), written(generator -> Refusals.write(generator, error)));
  }

  private byte[] written(Consumer<JsonGenerator> content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    try (JsonGenerator generator = json.createGenerator(out)) {
      content.accept(generator);
    }
    return out.toByteArray();
  }

  /** What Amazon would have billed since this endpoint was opened. */
  public Counts counts() {
    return meter.counts();
  }

  /** Removes what expired by the clock, as happens every few seconds anyway; returns how many. */
  public int removeExpired() {
    return store.sweep();
  }

  /** Makes everything written so far durable, where there is a file. */
  public void flush() {
    store.flush();
  }

  @Override
  public void close() {
    housekeeping.close();
    store.close();
  }
}
