package dev.assay.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.feedback.Finding;
import dev.assay.core.ingest.Reading;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Trace;
import dev.assay.wire.JsonTraceFormat;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SentenceTest {
  private static Sentence.Parts around(String text, String span) {
    var json = JsonMapper.builder().build().createObjectNode();
    json.put("trace_id", "t").put("started_at", "2026-11-02T10:00:00Z");
    json.putObject("agent").put("name", "a");
    json.putArray("messages").addObject().put("role", "assistant").put("content", text);
    Reading reading =
        JsonTraceFormat.verbatim(InstantSource.system()).read(Bytes.utf8(json.toString()));
    Trace trace = ((Reading.Accepted) reading).trace();
    int start = text.indexOf(span);
    return Sentence.around(
        trace,
        new Finding(
            0, start, start + span.length(), span, "PRICE", null, "contradicted", null, null));
  }

  @Test
  void the_sentence_alone_is_shown() {
    assertThat(around("Sure. It is $12.50 today. Bye!", "$12.50"))
        .isEqualTo(new Sentence.Parts("It is ", "$12.50", " today."));
  }

  @Test
  void a_text_without_stops_is_cut_at_words() {
    Sentence.Parts parts = around("so ".repeat(100) + "twelve" + " and".repeat(100), "twelve");
    assertThat(parts.before()).startsWith("…so ").hasSizeLessThan(145);
    assertThat(parts.after()).endsWith("…").hasSizeLessThan(105);
  }

  @Test
  void a_span_that_is_not_there_is_shown_alone() {
    Sentence.Parts parts = around("short", "a longer span than that");
    assertThat(parts).isEqualTo(new Sentence.Parts("", "a longer span than that", ""));
  }
}
