package dev.assay.wire.judge;

import dev.assay.core.ingest.Problem;
import dev.assay.core.judge.Rubric;
import dev.assay.wire.judge.RubricReading.Mistake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;

/**
 * Rubrics as people write them; see docs/rubrics.md. Needs the YAML library, which functions do not
 * ship: they read {@link RubricJson}.
 */
public final class RubricYaml {
  private static final int WIDTH = 96;

  private RubricYaml() {}

  /** Reads a file's text; never throws for what is in it. */
  public static RubricReading read(String text) {
    YamlTree tree = YamlTree.of(text.startsWith("\ufeff") ? text.substring(1) : text);
    List<Mistake> mistakes = new ArrayList<>(tree.mistakes());
    if (mistakes.isEmpty()) {
      List<Problem> problems = new ArrayList<>();
      Optional<Rubric> rubric = RubricFields.read(tree.root(), problems);
      if (rubric.isPresent()) {
        return new RubricReading.Read(rubric.get(), tree.lines());
      }
      problems.forEach(problem -> mistakes.add(mistake(problem, tree.lines())));
    }
    mistakes.sort(Comparator.comparingInt(Mistake::line));
    return new RubricReading.Refused(mistakes);
  }

  private static Mistake mistake(Problem problem, Map<String, Integer> lines) {
    return new Mistake(
        RubricReading.line(lines, problem.field()),
        problem.field(),
        "expected " + problem.expected() + ", got " + problem.got());
  }

  /** The file of a rubric; reading it gives the same rubric. */
  public static String write(Rubric rubric) {
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setSchema(new CoreSchema())
            .setWidth(WIDTH)
            .setIndent(4)
            .setIndicatorIndent(2)
            .build();
    return new Dump(settings).dumpToString(plain(RubricJson.write(rubric)));
  }

  private static Object plain(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        Map<String, Object> members = new LinkedHashMap<>();
        node.properties().forEach(entry -> members.put(entry.getKey(), plain(entry.getValue())));
        yield members;
      }
      case ARRAY -> node.valueStream().map(RubricYaml::plain).toList();
      case NUMBER ->
          node.isIntegralNumber() ? (Object) node.longValue() : (Object) node.doubleValue();
      case BOOLEAN -> node.booleanValue();
      case STRING, BINARY, NULL, MISSING, POJO -> node.asString("");
    };
  }
}
