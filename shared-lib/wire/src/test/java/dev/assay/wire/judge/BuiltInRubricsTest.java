package dev.assay.wire.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.judge.Rubric;
import dev.assay.core.judge.RubricLint;
import dev.assay.core.judge.Thresholds.Direction;
import dev.assay.wire.Mappers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.node.ArrayNode;

final class BuiltInRubricsTest {
  @SuppressWarnings("unused") // by the tests' sources
  private static final Iterable<String> IDS = BuiltInRubrics.IDS;

  private static RubricReading.Read file(String id) throws IOException {
    String name = "rubrics/" + id + ".yaml";
    try (InputStream in = BuiltInRubrics.class.getResourceAsStream(name)) {
      String text =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      return switch (RubricYaml.read(text)) {
        case RubricReading.Read read -> read;
        case RubricReading.Refused refused -> throw new AssertionError(name + refused.mistakes());
      };
    }
  }

  @ParameterizedTest
  @FieldSource("IDS")
  void every_file_is_the_rubric_of_its_name_and_leaves_no_doubt(String id) throws IOException {
    RubricReading.Read read = file(id);
    assertThat(read.rubric().id()).isEqualTo(id);
    assertThat(read.rubric().items()).hasSizeBetween(3, 6);
    assertThat(read.gives("thresholds")).isTrue();
    assertThat(RubricLint.of(read.rubric())).isEmpty();
  }

  /** With {@code -Dassay.golden=write} the JSON is made again of the files. */
  @Test
  void what_functions_read_is_made_of_the_files() throws IOException {
    ArrayNode made = Mappers.JSON.createArrayNode();
    for (String id : BuiltInRubrics.IDS) {
      made.add(RubricJson.write(file(id).rubric()));
    }
    String json = made.toPrettyString() + "\n";
    if ("write".equals(System.getProperty("assay.golden"))) {
      String resource = "src/main/resources/dev/assay/wire/judge/" + BuiltInRubrics.RESOURCE;
      Files.writeString(Path.of(resource), json);
    }
    try (InputStream in = BuiltInRubrics.class.getResourceAsStream(BuiltInRubrics.RESOURCE)) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(json);
    }
  }

  @Test
  void what_is_asked_by_default_needs_no_reference() {
    assertThat(BuiltInRubrics.all())
        .filteredOn(rubric -> BuiltInRubrics.ASKED_BY_DEFAULT.contains(rubric.id()))
        .hasSize(BuiltInRubrics.ASKED_BY_DEFAULT.size())
        .noneMatch(Rubric::needsReference);
  }

  @Test
  void of_low_confidence_a_high_score_wants_a_look() {
    assertThat(BuiltInRubrics.of("low_confidence").thresholds().direction())
        .isEqualTo(Direction.LOWER);
  }
}
