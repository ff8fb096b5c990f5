package dev.assay.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** One name of {@code assay bench}. */
public interface Measurement {
  String name();

  /** One line for the list. */
  String about();

  /**
   * Measures.
   *
   * @param home the repository's root
   * @param details takes the single cases behind the figures, one a line
   */
  List<Figure> measure(Path home, Consumer<String> details) throws Exception;
}
