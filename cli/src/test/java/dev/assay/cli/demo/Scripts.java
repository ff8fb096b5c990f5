package dev.assay.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds {@code events/} from wherever a test runs. */
final class Scripts {
  private Scripts() {}

  static Path events() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(at.resolve("events/demo"))) {
      Path parent = at.getParent();
      if (parent == null) {
        throw new IllegalStateException("no events/demo above the working directory");
      }
      at = parent;
    }
    return at.resolve("events");
  }

  static List<DemoScript> all() throws IOException {
    return DemoScript.readAll(events().resolve("demo"));
  }
}
