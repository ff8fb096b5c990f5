package dev.assay.local.dynamodb;

import static dev.assay.local.dynamodb.Client.n;
import static dev.assay.local.dynamodb.Client.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Our own endpoint under the contract, in memory and in a file. */
final class EmbeddedDynamoDbTest {

  @Nested
  final class InMemory extends DynamoDbContract {
    private final DynamoDbEndpoint own = DynamoDbEndpoint.inMemory(Clock.systemUTC());
    private final DynamoDbServer server = DynamoDbServer.start(own, 0);

    @Override
    protected URI endpoint() {
      return server.uri();
    }

    @Override
    protected void stop() {
      server.close();
      own.close();
    }
  }

  @Nested
  final class InAFile extends DynamoDbContract {
    private final Path file = fresh();
    private final DynamoDbEndpoint own = DynamoDbEndpoint.at(file, Clock.systemUTC());
    private final DynamoDbServer server = DynamoDbServer.start(own, 0);

    /** JUnit fills temporary folders in only after the suite's endpoint has been made. */
    private static Path fresh() {
      try {
        return Files.createTempDirectory("assay-contract").resolve("contract.mv");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    protected URI endpoint() {
      return server.uri();
    }

    @Override
    protected void stop() {
      server.close();
      own.close();
      try {
        Files.delete(file);
        Files.delete(Objects.requireNonNull(file.getParent()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void what_was_written_survives_a_restart(@TempDir Path folder) {
    Path file = folder.resolve("kept.mv");
    session(
        file,
        db -> {
          db.createTable(Client.things("kept"));
          db.updateTimeToLive(r ->
              r.tableName("kept")
                  .timeToLiveSpecification(t -> t.attributeName("expires").enabled(true)));
          for (int i = 0; i < 500; i++) {
            String number = String.valueOf(i);
            db.putItem(r ->
                r.tableName("kept")
                    .item(
                        DynamoDbContract.with(
                            "p", "k" + number, "owner", s("o"), "points", n("-" + number))));
          }
        });
    session(
        file,
        db -> {
          assertThat(db.describeTable(r -> r.tableName("kept")).table().itemCount()).isEqualTo(500);
          assertThat(
                  db.describeTimeToLive(r -> r.tableName("kept"))
                      .timeToLiveDescription()
                      .attributeName())
              .isEqualTo("expires");
          assertThat(
                  db.query(r ->
                          r.tableName("kept")
                              .indexName("by-owner")
                              .keyConditionExpression("#o = :o AND points < :max")
                              .expressionAttributeNames(Map.of("#o", "owner"))
                              .expressionAttributeValues(Map.of(":o", s("o"), ":max", n("-489"))))
                      .items())
              .extracting(row -> DynamoDbContract.value(row, "sk").s())
              .startsWith("k499", "k498")
              .hasSize(10);
        });
  }

  private static void session(Path file, Consumer<DynamoDbClient> work) {
    try (DynamoDbEndpoint own = DynamoDbEndpoint.at(file, Clock.systemUTC());
        DynamoDbServer server = DynamoDbServer.start(own, 0);
        DynamoDbClient db = Client.to(server.uri())) {
      work.accept(db);
    }
  }

  @Test
  void what_is_no_request_is_answered_with_a_refusal() {
    try (DynamoDbEndpoint own = DynamoDbEndpoint.inMemory(Clock.systemUTC())) {
      assertThat(refusal(own, "DynamoDB_20120810.PutItem", "{")).contains("SerializationException");
      assertThat(refusal(own, "DynamoDB_20120810.PutItem", "[]"))
          .contains("SerializationException");
      assertThat(refusal(own, "DynamoDB_20120810.PutItem", "{}")).contains("tableName");
      assertThat(refusal(own, "DynamoDB_20120810.Nothing", "{}"))
          .contains("UnknownOperationException");
      assertThat(refusal(own, "", "{}")).contains("UnknownOperationException");
    }
  }

  private static String refusal(DynamoDbEndpoint own, String target, String body) {
    Response response = own.handle(target, body.getBytes(StandardCharsets.UTF_8));
    assertThat(response.status()).isEqualTo(400);
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
