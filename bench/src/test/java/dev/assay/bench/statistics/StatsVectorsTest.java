package dev.assay.bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.bench.Figure;
import dev.assay.bench.statistics.VectorFiles.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StatsVectorsTest {
  private static final Path REPOSITORY = Path.of("..");

  private static final String CASES =
      """
      {"cases": [
        {"id": "good", "method": "reliability of the mean of k judge repeats",
         "inputs": {"r": 0.5, "k": 2}, "expected": {"reliability": 0.6666},
         "tolerance": {"abs": 0.001, "rel": 0}},
        {"id": "wrong", "method": "reliability of the mean of k judge repeats",
         "inputs": {"r": 0.5, "k": 2}, "expected": {"reliability": 0.6666},
         "tolerance": {"abs": 0, "rel": 0.00001}},
        {"id": "new", "method": "something nobody wrote", "inputs": {}, "expected": {}}
      ]}
      """;

  @Test
  void every_case_of_the_projects_copies_holds() throws Exception {
    List<Figure> figures = new StatsVectors(null).measure(REPOSITORY, line -> {});
    assertThat(figures).allMatch(Figure::holds);
    assertThat(figures.getFirst().value()).isGreaterThanOrEqualTo(36);
  }

  @Test
  void what_differs_and_what_is_not_implemented_is_told(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("cases.json"), CASES);
    assertThat(VectorFiles.run(folder))
        .containsExactly(
            new Outcome.Holds("cases.json", "good"),
            new Outcome.Differs(
                "cases.json",
                "wrong",
                "expected.reliability: expected 0.6666, got 0.6666666666666666"),
            new Outcome.NotImplemented("cases.json", "new", "something nobody wrote"));
    List<String> details = new ArrayList<>();
    List<Figure> figures = new StatsVectors(folder).measure(REPOSITORY, details::add);
    assertThat(figures).extracting(Figure::holds).containsExactly(true, true, false, false);
    assertThat(details).containsExactly("cases.json new: not implemented: something nobody wrote");
  }

  @Test
  void a_folder_without_vectors_does_not_pass(@TempDir Path folder) throws Exception {
    assertThat(new StatsVectors(folder).measure(REPOSITORY, line -> {}))
        .extracting(Figure::holds)
        .contains(false);
    Files.writeString(folder.resolve("other.json"), "{\"rows\": []}");
    assertThatThrownBy(() -> VectorFiles.run(folder))
        .hasMessage("other.json: cases: expected an array");
    assertThatThrownBy(() -> VectorFiles.run(folder.resolve("none")))
        .hasMessageStartingWith("vectors: no folder");
  }
}
