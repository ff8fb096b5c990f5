package dev.assay.core.judge;

import dev.assay.core.judge.Rubric.Item;
import dev.assay.core.judge.Rubric.Polarity;
import java.util.List;

/** A whole rubric for tests: the built-in one of the same name when the golden prompt was made. */
final class Faithfulness {
  static final Rubric RUBRIC =
      new Rubric(
          "faithfulness",
          "Does the agent claim nothing beyond its evidence and its policy?",
          Rubric.LooksAt.CONVERSATION,
          false,
          List.of(
              new Item(
                  "unsupported_fact",
                  "Does the agent state a fact (price, fee, amount, date, time, quantity, name,"
                      + " identifier, availability) that no tool result, document or instruction"
                      + " supports, or that contradicts one? The customer's words alone do not"
                      + " support prices, discounts, refunds or rules.",
                  2,
                  Polarity.NO),
              new Item(
                  "undone_action",
                  "Does the agent say that something has been done (booked, cancelled, refunded,"
                      + " changed, sent) without a successful tool call that did it?",
                  2,
                  Polarity.NO),
              new Item(
                  "unkept_promise",
                  "Does the agent promise something (amount, date, call-back, exception) that"
                      + " neither its policy nor a tool result allows?",
                  1,
                  Polarity.NO),
              new Item(
                  "policy_kept",
                  "Is everything the agent says about rules and conditions what its instructions"
                      + " and documents say? Answer yes when it says nothing about rules.",
                  1,
                  Polarity.YES),
              new Item(
                  "uncertainty_shown",
                  "Where the agent lacked evidence, did it say so or look it up instead of"
                      + " guessing? Answer yes when it never lacked evidence.",
                  1,
                  Polarity.YES)),
          Rubric.Scale.SHARE,
          Thresholds.DEFAULT,
          List.of());

  private Faithfulness() {}
}
