package dev.assay.core.check.commitment.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.check.commitment.JsonTrees;
import dev.assay.core.check.commitment.evidence.ResultReader.Origin;
import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.trace.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OwnersTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 25);

  private final EvidenceIndex index = new EvidenceIndex();
  private final ResultReader reader = new ResultReader(index, Lexicon.of("en"));

  private static Origin origin(Fact.Source source) {
    return new Origin(source, 1, "tool", TODAY, true);
  }

  private void result(String json) {
    reader.json(JsonTrees.parse(json), origin(Fact.Source.RESULT));
  }

  private List<Owners.Naming> named(String text) {
    Utterance utterance = new Utterance(text, Lexicon.of("en"));
    return index.owners().named(utterance, 0, utterance.size());
  }

  private Owner ownerOf(long dollars) {
    Optional<Fact> fact = index.money().best(dollars * Decimals.ONE, any -> true);
    return fact.map(Fact::owner).orElseThrow();
  }

  private int distance(long dollars, String word) {
    List<Owners.Naming> named = named(word);
    return named.isEmpty() ? -1 : ownerOf(dollars).distance(named.getFirst().term());
  }

  @Test
  void a_value_belongs_to_the_object_that_encloses_it_and_to_what_encloses_that() {
    result(
        "{\"order_id\":\"#W77\",\"items\":[{\"name\":\"Lamp\",\"price\":40},"
            + "{\"name\":\"Kettle\",\"price\":25}]}");
    assertThat(distance(40, "lamp")).isZero();
    assertThat(distance(40, "W77")).isEqualTo(1);
    assertThat(distance(40, "kettle")).isEqualTo(-1);
    assertThat(ownerOf(40).role()).isEqualTo("items");
    assertThat(ownerOf(25).isWithin(ownerOf(40))).isFalse();
  }

  @Test
  void the_entries_of_a_map_of_prices_own_their_price() {
    result("[{\"flight\":\"AB12\",\"prices\":{\"economy\":120,\"first_class\":480}}]");
    assertThat(distance(120, "economy")).isZero();
    assertThat(distance(120, "first class")).isEqualTo(-1);
    assertThat(distance(480, "AB12")).isEqualTo(2);
  }

  @Test
  void options_and_map_keys_name_their_variant() {
    result(
        "{\"variants\":{\"9101\":{\"options\":{\"color\":\"black\"},\"price\":30},"
            + "\"9102\":{\"options\":{\"color\":\"red\"},\"price\":35}}}");
    assertThat(distance(30, "black")).isZero();
    assertThat(distance(35, "9102")).isZero();
    assertThat(distance(35, "black")).isEqualTo(-1);
  }

  @Test
  void what_a_call_asked_for_names_its_result() {
    Origin about =
        reader.about(
            new Json.Obj(Map.of("product", new Json.Text("desk fan"))), origin(Fact.Source.RESULT));
    reader.json(JsonTrees.parse("{\"price\":55}"), about);
    assertThat(distance(55, "fan")).isEqualTo(1);
  }

  @Test
  void a_policy_value_belongs_to_its_clause_then_its_sentence_then_its_heading() {
    reader.prose(
        "Plans:\nBasic is $19 per month, Pro is $49 per month.", "", origin(Fact.Source.POLICY));
    assertThat(distance(49, "pro")).isZero();
    assertThat(distance(19, "pro")).isEqualTo(1);
    assertThat(distance(19, "plans")).isEqualTo(2);
  }

  @Test
  void a_word_that_names_everything_names_nothing_and_grammar_never_does() {
    StringBuilder items = new StringBuilder("[{\"name\":\"The Chair\",\"price\":1}");
    for (int i = 2; i < 100; i++) {
      items.append(",{\"name\":\"chair " + i + "00\",\"price\":" + i + "}");
    }
    result(items.append("]").toString());
    assertThat(named("the")).isEmpty();
    assertThat(named("chair").getFirst().term().owners()).isEmpty();
    assertThat(named("700").getFirst().term().owners()).hasSize(1);
  }

  @Test
  void an_owner_keeps_its_values_for_later_comparison() {
    result("{\"seat\":\"14C\",\"price\":30,\"departs\":\"2026-03-03T14:30\"}");
    assertThat(ownerOf(30).held()).extracting(held -> held.fact().key()).contains("departs");
  }
}
