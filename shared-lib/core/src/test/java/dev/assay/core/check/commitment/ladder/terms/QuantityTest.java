package dev.assay.core.check.commitment.ladder.terms;

import static dev.assay.core.check.commitment.Traces.aTrace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.check.commitment.CommitmentCheck;
import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts that bind, and counts that do not. */
final class QuantityTest {
  private static List<Finding> counts(Trace trace) {
    return new CommitmentCheck()
        .assess(trace).getFirst().findings().stream()
            .filter(finding -> finding.type().equals("QUANTITY"))
            .toList();
  }

  private static String only(Trace trace) {
    List<Finding> findings = counts(trace);
    assertThat(findings).hasSize(1);
    return findings.getFirst().normalised() + " " + findings.getFirst().verdict();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | {\"party_size\":5} | It's a table for five people. | 5 people grounded",
        "en | {\"party_size\":5} | It's a table for six people. | 6 people contradicted",
        "en | {\"passengers\":[{},{},{}]} | Passengers: 3 | 3 people grounded",
        "en | {\"passengers\":[{},{},{}]} | The booking has 4 passengers. | 4 people contradicted",
        "en | {\"data_gb\":20} | Your plan has 25GB of data. | 25 GB contradicted",
        "en | {\"loyalty_points\":1200} | You have 1,200 points. | 1200 points grounded",
        "en | {\"stock\":3} | There are only 3 left. | 3 left grounded",
        "en | {\"stock\":3} | There are only 2 left. | 2 left contradicted",
        "en | {\"max_installments\":6} | You can pay in up to 12 installments. | <=12 instalments"
            + " contradicted",
        "en | {\"max_installments\":6} | You can pay in up to 3 installments. | <=3 instalments"
            + " grounded",
        "de | {\"personen\":4} | Der Tisch ist für fünf Personen. | 5 people contradicted",
        "es | {\"max_cuotas\":6} | Puede pagar en 6 cuotas. | 6 instalments grounded",
        "fr | {\"personnes\":2} | La table est pour trois personnes. | 3 people contradicted",
        "fr | {\"max_installments\":3} | Cela fait 300 € en 4 fois. | 4 instalments contradicted"
      })
  void a_count_is_held_against_fields_and_list_lengths(
      String language, String result, String said, String expected) {
    assertThat(only(aTrace().locale(language).called("lookup", "{}", result).agent(said).build()))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It is a hotel with 3 stars.",
        "I found 5 flights for you.",
        "These two items will be exchanged.",
        "The laptop has 16 GB RAM and 512 GB storage.",
        "1) Luggage set",
        "2 tickets at $40 each come to $80.",
        "Would you like 3 tickets?",
        "Item: 8926329222",
        "Your seat 14 is by the window."
      })
  void what_counts_nothing_that_binds_is_no_quantity(String said) {
    assertThat(counts(aTrace().agent(said).build())).isEmpty();
  }

  @Test
  void the_customer_decides_how_many_come_until_a_result_says_otherwise() {
    String said = "Your table is booked for four people.";
    assertThat(only(aTrace().user("A table for 4, please.").agent(said).build()))
        .isEqualTo("4 people grounded");
    Trace other =
        aTrace()
            .user("A table for 4 people, please.")
            .called("book", "{}", "{\"party\":2}")
            .agent(said)
            .build();
    assertThat(only(other)).isEqualTo("4 people contradicted");
  }

  @Test
  void another_number_than_the_customer_asked_for_is_flagged() {
    Trace trace = aTrace().user("I need 2 tickets.").agent("I will buy 3 tickets for you.").build();
    assertThat(only(trace)).isEqualTo("3 tickets unsupported");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "As a silver member in economy you get 2 free bags. | 2 bags FREE grounded",
        "As a silver member in economy you get 3 free bags. | 3 bags FREE contradicted",
        "As a gold member in business you get 4 free checked bags. | 4 bags FREE grounded",
        "You are a gold member in economy, so your allowance is 2 free bags. | 2 bags FREE"
            + " contradicted"
      })
  void an_allowance_depends_on_level_and_cabin(String said, String expected) {
    String policy =
        """
        If the user is a silver member:
        - 2 free bags for each economy passenger
        - 3 free bags for each business passenger
        If the user is a gold member:
        - 3 free bags for each economy passenger
        - 4 free bags for each business passenger
        """;
    assertThat(only(aTrace().policy(policy).agent(said).build())).isEqualTo(expected);
  }

  @Test
  void fewer_free_bags_than_allowed_are_within_the_allowance() {
    Trace trace =
        aTrace()
            .policy("Gold members: 2 free bags in basic economy, 3 in economy.")
            .called("user", "{}", "{\"membership\":\"gold\"}")
            .agent("Cabin: economy. Baggage: 1 free bag in economy.")
            .build();
    assertThat(only(trace)).isEqualTo("1 bags FREE grounded");
  }
}
