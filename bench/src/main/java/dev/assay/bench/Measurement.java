package dev.assay.bench;

import java.nio.file.Path;
import java.util.List;

/** One name of {@code assay bench}. */
interface Measurement {
  String name();

  /** One line for the list. */
  String about();

  /**
   * Measures.
   *
   * @param home the repository's root
   */
  List<Figure> measure(Path home) throws Exception;
}
