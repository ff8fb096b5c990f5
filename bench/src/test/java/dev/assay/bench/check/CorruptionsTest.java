package dev.assay.bench.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.trace.Trace;
import dev.assay.wire.Mappers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class CorruptionsTest {
  private static final String BOATS =
      """
      [{"name": "Heron", "price": 249.99, "departure": "2024-05-20T14:30:00", "seats": 4},
       {"name": "Otter", "price": 381.5, "departure": "2024-05-23T09:15:00", "seats": 6}]
      """;

  private static Trace trace(String asked, String said) {
    Conversation trace = new Conversation("test", "1", "en", "2024-05-15T12:00:00Z");
    trace.say(false, asked);
    trace.called(
        "find_boats", Mappers.JSON.createObjectNode(), Mappers.JSON.readTree(BOATS), false);
    trace.say(true, said);
    return Corpora.trace(trace.json());
  }

  private static Map<Kind, List<Corruption>> corruptions(Trace trace) {
    return new Corruptions(trace).all().stream().collect(Collectors.groupingBy(Corruption::kind));
  }

  private static Corruption only(Map<Kind, List<Corruption>> all, Kind kind, Form form) {
    return all.getOrDefault(kind, List.of()).stream()
        .filter(one -> one.form() == form)
        .collect(Collectors.collectingAndThen(Collectors.toList(), one -> single(one, kind)));
  }

  private static Corruption single(List<Corruption> all, Kind kind) {
    assertThat(all).as(kind.words()).hasSize(1);
    return all.getFirst();
  }

  private static String spoken(Corruption corruption) {
    return corruption.trace().get().steps().getLast().text();
  }

  private static String result(Trace trace) {
    return trace.steps().get(2).text();
  }

  @Test
  void a_price_is_changed_in_every_way_and_only_there() {
    var all = corruptions(trace("A boat?", "The Heron costs $249.99."));
    assertThat(spoken(only(all, Kind.PLUS_ONE, Form.CENTS))).isEqualTo("The Heron costs $250.99.");
    assertThat(spoken(only(all, Kind.PLUS_TEN, Form.CENTS))).isEqualTo("The Heron costs $259.99.");
    assertThat(spoken(only(all, Kind.PLUS_TENTH, Form.CENTS))).contains("$274.99");
    assertThat(only(all, Kind.CENTS, Form.CENTS).words())
        .startsWith("$249.")
        .isNotEqualTo("$249.99");
    assertThat(only(all, Kind.TRANSPOSED, Form.CENTS).words()).matches("\\$(429|294)\\.99");
  }

  @Test
  void another_boats_price_is_another_entity_and_its_own_boat_is_named() {
    var all = corruptions(trace("A boat?", "The Heron costs $249.99."));
    assertThat(only(all, Kind.OTHER_NAMED, Form.CENTS).words()).isEqualTo("$381.50");
    var unnamed = corruptions(trace("A boat?", "It costs $249.99."));
    assertThat(only(unnamed, Kind.OTHER_UNNAMED, Form.CENTS).words()).isEqualTo("$381.50");
  }

  @Test
  void removed_evidence_takes_every_amount_and_leaves_what_was_said() {
    Corruption removed =
        only(corruptions(trace("?", "The Heron costs $249.99.")), Kind.REMOVED, Form.CENTS);
    assertThat(spoken(removed)).contains("$249.99");
    assertThat(result(removed.trace().get()))
        .contains("Heron")
        .contains("\"seats\":4")
        .doesNotContain("249.99")
        .doesNotContain("381.5");
  }

  @Test
  void a_time_is_moved_by_an_hour_by_ten_minutes_and_to_the_other_half_of_the_day() {
    var all = corruptions(trace("?", "The Heron leaves at 2:30 PM."));
    assertThat(only(all, Kind.PLUS_ONE, Form.TIME).words()).isEqualTo("3:30 PM");
    assertThat(only(all, Kind.PLUS_TEN, Form.TIME).words()).isEqualTo("2:40 PM");
    assertThat(only(all, Kind.AM_PM, Form.TIME).words()).isEqualTo("2:30 AM");
    assertThat(only(all, Kind.OTHER_NAMED, Form.TIME).words()).isEqualTo("9:15 AM");
    assertThat(only(all, Kind.RESTATED_CLOCK, Form.TIME).words()).isEqualTo("14:30");
    assertThat(result(only(all, Kind.REMOVED, Form.TIME).trace().get()))
        .contains("2024-05-20T16:07:00")
        .contains("2024-05-23T09:15:00");
  }

  @Test
  void what_the_customer_asked_for_is_no_wrong_time_and_no_removed_evidence() {
    var all = corruptions(trace("Is 3:30 pm or 2:30 pm free?", "The Heron leaves at 2:30 PM."));
    assertThat(all).doesNotContainKeys(Kind.PLUS_ONE, Kind.REMOVED).containsKey(Kind.PLUS_TEN);
  }

  @Test
  void a_day_that_the_customer_named_in_words_is_no_wrong_day() {
    var all = corruptions(trace("Could it be May 21?", "The Heron leaves on May 20."));
    assertThat(all).doesNotContainKey(Kind.PLUS_ONE);
    assertThat(only(all, Kind.PLUS_TEN, Form.DATE).words()).isEqualTo("May 30");
  }

  @Test
  void a_value_of_the_same_slot_is_another_entity_and_not_a_slip() {
    // One day after the 20th would be wrong; three days after, the other boat leaves.
    var all = corruptions(trace("?", "The Heron leaves on May 20."));
    assertThat(only(all, Kind.OTHER_NAMED, Form.DATE).words()).isEqualTo("May 23");
    List<Corruption> slips = all.getOrDefault(Kind.DIGIT, List.of());
    assertThat(slips).noneMatch(one -> one.words().equals("May 23"));
  }

  @Test
  void restated_values_are_found_again_and_fine() {
    var all = corruptions(trace("?", "The Heron costs $249.99 and leaves on May 20 at 2:30 PM."));
    for (Kind kind : Kind.values()) {
      if (kind.isRestated()) {
        assertThat(all).as(kind.words()).containsKey(kind);
        assertThat(all.get(kind)).noneMatch(one -> one.result().caught());
      }
    }
    assertThat(only(all, Kind.RESTATED_WORDS, Form.CENTS).words())
        .isEqualTo("two hundred forty nine dollars and ninety nine cents");
  }

  @Test
  void a_changed_price_is_caught_at_its_place() {
    Corruption.Result result =
        only(corruptions(trace("?", "The Heron costs $249.99.")), Kind.PLUS_ONE, Form.CENTS)
            .result();
    assertThat(result.caught()).isTrue();
    assertThat(result.there()).hasSize(1);
    assertThat(result.line()).contains("$249.99 -> $250.99");
  }

  @Test
  void the_same_trace_is_corrupted_in_the_same_way_again() {
    Trace trace = trace("?", "The Heron costs $249.99 and leaves on May 20 at 2:30 PM.");
    List<String> words = new Corruptions(trace).all().stream().map(Corruption::words).toList();
    assertThat(new Corruptions(trace).all().stream().map(Corruption::words)).isEqualTo(words);
  }

  @Test
  void a_deed_loses_its_call_or_sees_it_fail_and_reading_calls_stay() {
    Conversation talk = new Conversation("test", "2", "en", "2024-05-15T12:00:00Z");
    talk.called("get_order", Mappers.JSON.createObjectNode(), Mappers.JSON.readTree("[1]"), false);
    talk.called(
        "cancel_order", Mappers.JSON.createObjectNode(), Mappers.JSON.readTree("[2]"), false);
    talk.say(true, "I've cancelled your order.");
    Trace trace = Corpora.trace(talk.json());
    var all = corruptions(trace);

    Trace removed = only(all, Kind.CALL_REMOVED, Form.ACTION).trace().get();
    assertThat(removed.steps()).hasSameSizeAs(trace.steps());
    assertThat(result(removed)).isEmpty();
    assertThat(removed.steps().get(1).text()).isEqualTo("[1]");
    Trace failed = only(all, Kind.CALL_FAILED, Form.ACTION).trace().get();
    assertThat(failed.steps().get(3).text()).contains("not available");
    assertThat(only(all, Kind.CALL_FAILED, Form.ACTION).result().alerted()).isTrue();
  }
}
