package dev.assay.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.local.handlers.Sweeper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;

final class LocalSystemTest {
  private static final Duration SOON = Duration.ofSeconds(15);

  @Test
  void messages_items_and_objects_survive_a_restart(@TempDir Path data) throws Throwable {
    LocalOptions options = LocalOptions.of(Small.template()).withData(data).withFunctions(Set.of());
    Map<String, AttributeValue> key =
        Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromS("s"));
    try (LocalSystem system = LocalSystem.start(options);
        Clients clients = Clients.of(system.endpoint())) {
      clients.sqs().sendMessage(r -> r.queueUrl(name(system, "Work")).messageBody("still here"));
      clients.dynamo().putItem(r -> r.tableName(name(system, "Items")).item(key));
      clients
          .s3()
          .putObject(
              r -> r.bucket(name(system, "Files")).key("a/b"), RequestBody.fromString("kept"));
    }

    try (LocalSystem system = LocalSystem.start(options);
        Clients clients = Clients.of(system.endpoint())) {
      // Messages are read back behind the first poll, which is not woken by them.
      List<Message> back = new ArrayList<>();
      Eventually.within(
          Duration.ofSeconds(15),
          () -> {
            back.addAll(
                clients
                    .sqs()
                    .receiveMessage(r -> r.queueUrl(name(system, "Work")).waitTimeSeconds(1))
                    .messages());
            assertThat(back)
                .singleElement()
                .satisfies(message -> assertThat(message.body()).isEqualTo("still here"));
          });
      assertThat(
              clients.dynamo().getItem(r -> r.tableName(name(system, "Items")).key(key)).hasItem())
          .isTrue();
      assertThat(
              clients
                  .s3()
                  .getObjectAsBytes(r -> r.bucket(name(system, "Files")).key("a/b"))
                  .asUtf8String())
          .isEqualTo("kept");
    }
  }

  @Test
  void a_schedule_fires_when_the_clock_reaches_its_time() throws Throwable {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T02:59:00Z"));
    InstantSource source = now::get;
    Clock clock = source.withZone(ZoneOffset.UTC);
    Sweeper.EVENTS.clear();
    try (LocalSystem system =
        LocalSystem.start(
            LocalOptions.of(Small.template()).withFunctions(Set.of("Sweeper")).withClock(clock))) {
      Thread.sleep(600);
      assertThat(Sweeper.EVENTS).isEmpty();

      now.set(Instant.parse("2026-11-22T03:00:30Z"));

      Eventually.within(SOON, () -> assertThat(Sweeper.EVENTS).hasSize(1));
      assertThat(Sweeper.EVENTS.element())
          .containsEntry("time", "2026-11-22T03:00:00Z")
          .containsEntry("detail-type", "Scheduled Event");
      assertThat(system.invoke("Sweeper", Map.of("by", "hand")))
          .contains(Map.of("function", "assay-Sweeper"));
    }
  }

  @Test
  void a_handler_that_is_not_there_is_named(@TempDir Path directory) throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("t.yaml"),
            """
            Resources:
              Lost: {Type: AWS::Serverless::Function, Properties: {Handler: dev.assay.NoSuchHandler}}
            """);

    assertThatThrownBy(() -> LocalSystem.start(LocalOptions.of(file)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Lost")
        .hasMessageContaining("dev.assay.NoSuchHandler");
  }

  @Test
  void the_running_system_is_found_until_it_is_forgotten(@TempDir Path directory) throws Exception {
    assertThat(LocalState.read(directory)).isEmpty();
    try (LocalSystem system =
        LocalSystem.start(LocalOptions.of(Small.template()).withFunctions(Set.of()))) {
      LocalState state = LocalState.of(system.endpoint(), Instant.parse("2026-11-22T03:00:00Z"));
      state.write(directory);
      assertThat(LocalState.read(directory)).contains(state);

      LocalState.delete(directory);
      assertThat(LocalState.read(directory)).isEmpty();
    }
  }

  @Test
  void the_state_of_a_process_that_is_gone_is_no_state(@TempDir Path directory) throws Exception {
    Path file = LocalState.file(directory);
    Files.createDirectories(directory.resolve(".assay"));
    Files.write(
        file,
        "{\"endpoint\":\"http://127.0.0.1:1\",\"pid\":999999999,\"started\":\"2026-11-22T03:00:00Z\"}"
            .getBytes(StandardCharsets.UTF_8));

    assertThat(LocalState.read(directory)).isEmpty();
  }

  private static String name(LocalSystem system, String logicalId) {
    return system.resources().getOrDefault(logicalId, "");
  }
}
