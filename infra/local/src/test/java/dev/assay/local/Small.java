package dev.assay.local;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** The small template of these tests. */
final class Small {
  private Small() {}

  static Path template() {
    try {
      return Path.of(
          Objects.requireNonNull(Small.class.getResource("/small.yaml"), "small.yaml").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
