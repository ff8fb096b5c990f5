package dev.assay.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private static List<String> read(String text) throws IOException {
    List<String> found = new ArrayList<>();
    try (Documents documents =
        new Documents(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
      for (Optional<Documents.Raw> next = documents.next();
          next.isPresent();
          next = documents.next()) {
        Documents.Raw raw = next.get();
        String what = raw.problem() == null ? raw.json().utf8().strip() : "problem";
        found.add(raw.line() + " " + what);
      }
    }
    return found;
  }

  @Test
  void each_line_is_a_document_and_blank_lines_are_none() throws IOException {
    assertThat(read("{\"a\":1}\n\n{\"a\":2}\r\n  \n{\"a\":3}"))
        .containsExactly("1 {\"a\":1}", "3 {\"a\":2}", "5 {\"a\":3}");
  }

  @Test
  void a_broken_line_stays_one_line() throws IOException {
    assertThat(read("{\"a\" 1}\n{\"a\":2}\n")).containsExactly("1 {\"a\" 1}", "2 {\"a\":2}");
    assertThat(read("{\"a\":1}\n{\"a\":\n{\"a\":3}\n"))
        .containsExactly("1 {\"a\":1}", "2 {\"a\":", "3 {\"a\":3}");
  }

  @Test
  void a_document_may_span_lines() throws IOException {
    assertThat(read("\n{\n  \"a\": 1\n}\n{\n \"a\": 2}\n"))
        .containsExactly("2 {\"a\":1}", "5 {\"a\":2}");
  }

  @Test
  void an_array_holds_documents() throws IOException {
    assertThat(read("[{\"a\":1},\n{\"a\":2}]")).containsExactly("1 {\"a\":1}", "2 {\"a\":2}");
    assertThat(read("[{\"a\":1},{\"a\":2}]\n")).containsExactly("1 {\"a\":1}", "1 {\"a\":2}");
  }

  @Test
  void what_is_broken_beyond_lines_is_told_once() throws IOException {
    assertThat(read("[\n{\"a\":1},\n{\"a\" 2},\n{\"a\":3}]"))
        .containsExactly("2 {\"a\":1}", "3 problem");
  }

  @Test
  void a_byte_order_mark_is_no_content() throws IOException {
    assertThat(read("\uFEFF{\"a\":1}")).containsExactly("1 {\"a\":1}");
  }

  @Test
  void nothing_holds_nothing() throws IOException {
    assertThat(read("")).isEmpty();
    assertThat(read("\n\n")).isEmpty();
  }
}
