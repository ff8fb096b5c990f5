package dev.assay.core.check.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.check.commitment.text.Characters;
import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.Tokenizer;
import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Json;
import dev.assay.core.trace.Trace;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts characters looked at, not seconds: twice the text, at most about twice the work. */
final class LinearTest {
  private static final int SIZE = 20_000;

  /** Counts every look at a character. */
  private static final class Counting extends Characters {
    private long looks;

    Counting(String text) {
      super(text);
    }

    @Override
    public char at(int i) {
      looks++;
      return super.at(i);
    }
  }

  private static long looks(String piece, int size) {
    Counting text = new Counting(piece.repeat(size / piece.length()));
    Tokenizer.tokenize(text, Lexicon.of("en"));
    Tokenizer.tokenize(text, Lexicon.of("de"));
    Tokenizer.tokenize(text, Lexicon.of("fr"));
    Tokenizer.tokenize(text, Lexicon.of("zh"));
    return text.looks;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "1,",
        "1.",
        "1 000 ",
        "12:",
        "1-",
        "1/",
        "(",
        "a",
        "A1-",
        "$1,000.00 ",
        "eins",
        "one ",
        "a_",
        "\\",
        "2026-",
        "1'000",
        "三",
        "甲",
        "après ",
        "ca. "
      })
  void the_tokenizer_looks_at_each_character_a_bounded_number_of_times(String piece) {
    long once = looks(piece, SIZE);
    long twice = looks(piece, 2 * SIZE);
    assertThat(twice).isLessThan(once * 5 / 2);
    assertThat(once).isLessThan(SIZE * 600L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "one ",
        "$1 ",
        "= $1 ",
        "March 4 ",
        "at 3 ",
        "twelve fifty ",
        "I've cancelled ",
        "$5, ",
        "next ",
        "a "
      })
  void a_very_long_turn_is_read_to_its_end(String piece) {
    String text = piece.repeat(4_000);
    List<Finding> findings =
        new CommitmentCheck()
            .assess(Traces.aTrace().policy("The fee is $9.").agent(text).build())
            .getFirst()
            .findings();
    assertThat(findings)
        .allSatisfy(finding -> assertThat(finding.end()).isLessThanOrEqualTo(text.length()));
  }

  private static long nanos(String piece, int size) {
    Trace trace =
        Traces.aTrace()
            .policy("The fee is $9.")
            .called("get_flight", "{}", "{\"flight\":\"HAT136\",\"at\":\"2026-03-03T14:30\"}")
            .agent(piece.repeat(size / piece.length()))
            .build();
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      new CommitmentCheck().assess(trace);
      best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
    }
    return best;
  }

  /** Four times the text: four times the time where it is linear, sixteen where it is not. */
  @ParameterizedTest
  @ValueSource(
      strings = {"$1 ", "| $1 ", "March 4, ", "3:30, ", "5% of $3 ", "one one ", "3 bags "})
  void a_turn_that_is_one_endless_sentence_takes_time_in_proportion(String piece) {
    long once = nanos(piece, 40_000);
    long fourTimes = nanos(piece, 160_000);
    assertThat(fourTimes).isLessThan(10 * Math.max(once, 2_000_000L));
  }

  @Test
  void a_hundred_thousand_amounts_and_deep_nesting_are_read() {
    List<Json> items = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      items.add(new Json.Obj(Map.of("price", new Json.Num(BigDecimal.valueOf(i * 7L, 2)))));
    }
    Json deep = new Json.Num(BigDecimal.TEN);
    for (int i = 0; i < 10_000; i++) {
      deep = new Json.Arr(List.of(deep));
    }
    Traces trace =
        Traces.aTrace()
            .called("list", new Json.Obj(Map.of()), new Json.Arr(items), false)
            .called("deep", new Json.Obj(Map.of()), deep, false);
    assertThat(
            new CommitmentCheck()
                .assess(trace.agent("It is $12,345.61.").build())
                .getFirst()
                .findings())
        .hasSize(1);
  }
}
