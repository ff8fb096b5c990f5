package dev.assay.core.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The real conversations of the development data, where they lie beside the repository. */
final class RedactionRealDataTest {
  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
  private static final Pattern PHONE = Pattern.compile("\\b555.123.200\\d\\b");
  private static final Pattern PROTECTED =
      Pattern.compile(
          "#W\\d{7}\\b|\\b\\w+_\\w*\\d{3,}\\b|\\b\\d{10}\\b|\\b[A-Z]{3}\\d{3}\\b"
              + "|\\$\\d[\\d,.]*\\d|\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}:\\d{2}\\b");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\[([A-Z_]+)_[0-9a-f]{6}]");

  static Optional<Path> traces() {
    for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
      Path file = dir.resolve("shared/data/tau/traces.jsonl");
      if (Files.isReadable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  private static List<String> contents(Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<String> texts = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      for (JsonNode message : mapper.readTree(line).path("messages")) {
        texts.add(message.path("content").asString(""));
        texts.add(message.path("tool_calls").toString());
      }
    }
    return texts;
  }

  @Test
  void every_address_for_mail_and_telephone_is_caught_and_no_id_is() throws IOException {
    Optional<Path> file = traces();
    assumeTrue(file.isPresent(), "skipped: no shared/data/tau beside the repository");
    Redaction.Scope scope =
        new Redaction(Redaction.Rules.ALL, "k".getBytes(StandardCharsets.UTF_8)).scope("c");
    Set<String> lost = new TreeSet<>();
    Map<String, Integer> hits = new TreeMap<>();
    for (String text : contents(file.get())) {
      String redacted = scope.redact(text);
      assertThat(EMAIL.matcher(redacted).find()).isFalse();
      assertThat(PHONE.matcher(redacted).find()).isFalse();
      compare(text, redacted, lost);
      Matcher placeholder = PLACEHOLDER.matcher(redacted);
      while (placeholder.find()) {
        hits.merge(placeholder.group(1), 1, Integer::sum);
      }
    }
    assertThat(lost).isEmpty();
    assertThat(hits.get("EMAIL")).isGreaterThan(300);
    assertThat(hits.get("PHONE")).isGreaterThan(500);
    assertThat(hits.get("ADDRESS")).isGreaterThan(1000);
    assertThat(hits).doesNotContainKeys("CARD", "US_SSN", "ES_DNI", "DE_TAX_ID", "BR_CPF");
    System.out.println("redacted in the real conversations: " + hits);
  }

  private static void compare(String text, String redacted, Set<String> lost) {
    String withoutMail = EMAIL.matcher(text).replaceAll(" ");
    Matcher matcher = PROTECTED.matcher(withoutMail);
    while (matcher.find()) {
      if (!redacted.contains(matcher.group())) {
        lost.add(matcher.group());
      }
    }
  }
}
