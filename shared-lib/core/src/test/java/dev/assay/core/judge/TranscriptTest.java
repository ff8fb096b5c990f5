package dev.assay.core.judge;

import static dev.assay.core.judge.Conversation.aTrace;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TranscriptTest {
  private static final String MARK = "0123456789abcdef0123456789abcdef";

  private static Transcript cut(Conversation talk, int limit) {
    return Transcript.of(talk.trace(), limit, MARK);
  }

  @Test
  void what_fits_is_whole_also_where_one_message_is_most_of_it() {
    Transcript whole = cut(aTrace().system("r".repeat(15_000)).user("hi").agent("ho"), 16_000);
    assertThat(whole.cut()).isFalse();
    assertThat(whole.text()).contains("r".repeat(15_000)).doesNotContain("[cut");
  }

  @Test
  void a_result_that_the_agent_cites_is_kept_before_later_ones_that_it_does_not() {
    Conversation talk = aTrace().system("RULES").user("first");
    talk.called("quote", "total", "1299.00", "note", "a".repeat(300));
    for (int i = 0; i < 200; i++) {
      talk.called("search", "found", "b".repeat(300));
    }
    talk.agent("That is $1,299.").user("ok").agent("c").user("d").agent("e").user("f").agent("g");
    Transcript transcript = cut(talk, 6_000);

    assertThat(transcript.text()).contains("\"total\":1299.00", "RULES", "first", "[cut: ");
    assertThat(transcript.text().split("search returned", -1)).hasSizeLessThan(15);
    assertThat(transcript.text().length()).isLessThan(6_000);
  }

  @Test
  void every_one_of_many_cited_results_is_kept_and_shortened_alike() {
    Conversation talk = aTrace().user("list them");
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      talk.called(
          "get", "pad", "p".repeat(2_000), "code", "QX" + (700 + i), "end", "q".repeat(2_000));
      said.append(" QX").append(700 + i);
    }
    Transcript transcript = cut(talk.agent(said.toString()), 20_000);

    assertThat(transcript.cut()).isTrue();
    for (int i = 0; i < 20; i++) {
      assertThat(transcript.text()).contains("\"code\":\"QX" + (700 + i) + "\"");
    }
    assertThat(transcript.text().length()).isLessThan(24_000);
  }

  @Test
  void a_result_of_a_megabyte_keeps_head_tail_and_what_is_cited() {
    String filler = "row 17 of many, ".repeat(30_000);
    Conversation talk =
        aTrace()
            .user("where is it?")
            .called(
                "dump",
                "head",
                "HEAD",
                "a",
                filler,
                "parcel",
                "PKG-88213",
                "b",
                filler,
                "z",
                "TAIL")
            .agent("Parcel PKG-88213 is on its way.");
    long start = System.nanoTime();
    Transcript transcript = cut(talk, 8_000);
    long millis = (System.nanoTime() - start) / 1_000_000;

    assertThat(transcript.text()).contains("HEAD", "\"parcel\":\"PKG-88213\"", "\"z\":\"TAIL\"");
    assertThat(transcript.text().split("\\[cut: [0-9]+ characters]", -1)).hasSize(3);
    assertThat(transcript.text().length()).isLessThan(8_000);
    assertThat(millis).as("a megabyte, cold").isLessThan(2_000);
  }

  @Test
  void thousands_of_messages_keep_the_first_the_last_and_count_the_gap() {
    Conversation talk = aTrace().system("RULES");
    for (int i = 0; i < 5_000; i++) {
      talk.user("turn-" + i + "-x").agent("reply to it");
    }
    Transcript transcript = cut(talk, 10_000);

    assertThat(transcript.text()).contains("RULES", "turn-0-x", "turn-4999-x", "turn-4990-x");
    assertThat(transcript.text()).doesNotContain("turn-2500-x");
    int kept = transcript.text().split("MESSAGE ", -1).length - 1;
    String gap = transcript.text().replaceAll("(?s).*\\[cut: ([0-9]+) messages].*", "$1");
    assertThat(kept + Integer.parseInt(gap)).isEqualTo(10_001);
    assertThat(transcript.text().length()).isLessThan(10_000);
  }

  @Test
  void a_surrogate_pair_is_never_parted() {
    for (int shift = 0; shift < 4; shift++) {
      String faces = "x".repeat(shift) + "😀".repeat(20_000) + " K77Z " + "😀".repeat(20_000);
      Transcript transcript = cut(aTrace().user(faces).agent("It is K77Z."), 5_000 + shift);
      byte[] utf8 = transcript.text().getBytes(StandardCharsets.UTF_8);
      assertThat(new String(utf8, StandardCharsets.UTF_8)).isEqualTo(transcript.text());
      assertThat(transcript.text()).contains("K77Z").doesNotContain("\\u{d8", "\\u{de");
    }
  }

  @Test
  void what_the_agent_passes_to_tools_and_single_digits_cite_nothing() {
    assertThat(
            Cited.by(aTrace().user("7").called("get", "n", "55").agent("2 or 3").trace())
                .in("2 3 55"))
        .isEmpty();
    Cited cited = Cited.by(aTrace().agent("Order w-123, 1.234,50 € or 10:30").trace());
    assertThat(cited.in("\"W-123\" 1234.5 10:30 99")).hasSize(3);
  }
}
