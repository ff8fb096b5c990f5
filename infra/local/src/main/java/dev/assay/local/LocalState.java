package dev.assay.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The running local system as other processes find it: {@code .assay/local.json}.
 *
 * @param endpoint its one port
 * @param pid its process
 */
public record LocalState(URI endpoint, long pid, Instant started) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** This process's state. */
  public static LocalState of(URI endpoint, Instant started) {
    return new LocalState(endpoint, ProcessHandle.current().pid(), started);
  }

  /** Where it lies below a project's directory. */
  public static Path file(Path directory) {
    return directory.resolve(".assay").resolve("local.json");
  }

  /** Writes it whole or not at all. */
  public void write(Path directory) {
    Path file = file(directory);
    Map<String, Object> fields =
        Map.of("endpoint", endpoint.toString(), "pid", pid, "started", started.toString());
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path temporary = file.resolveSibling("local.json." + pid);
      Files.write(temporary, JSON.writeValueAsBytes(fields));
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** The state of a system that runs; empty when there is none or its process is gone. */
  public static Optional<LocalState> read(Path directory) {
    try {
      JsonNode node = JSON.readTree(Files.readAllBytes(file(directory)));
      LocalState state =
          new LocalState(
              URI.create(node.path("endpoint").asString("")),
              node.path("pid").asLong(-1),
              Instant.parse(node.path("started").asString("")));
      return Optional.of(state).filter(LocalState::isAlive);
    } catch (IOException | JacksonException | java.time.DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Forgets it. */
  public static void delete(Path directory) {
    try {
      Files.deleteIfExists(file(directory));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file(directory), e);
    }
  }

  private boolean isAlive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
