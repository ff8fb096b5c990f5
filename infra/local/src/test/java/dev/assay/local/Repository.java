package dev.assay.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The files of this repository that tests read where they lie. */
public final class Repository {
  private Repository() {}

  /** The directory with {@code template.yaml}, this one or one above. */
  public static Path root() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve("template.yaml"))) {
      directory = Objects.requireNonNull(directory.getParent(), "no template.yaml above");
    }
    return directory;
  }
}
