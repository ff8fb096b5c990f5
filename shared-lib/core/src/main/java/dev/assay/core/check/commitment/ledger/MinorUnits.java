package dev.assay.core.check.commitment.ledger;

import java.util.Locale;

/** Which keys hold amounts in cents, pence or the like. */
final class MinorUnits {
  private MinorUnits() {}

  /** "amount_cents", "priceInCents", "minor_units". */
  static boolean isKey(String key) {
    String low = key.toLowerCase(Locale.ROOT);
    return low.endsWith("cents")
        || low.endsWith("_cent")
        || low.endsWith("pence")
        || low.contains("minor");
  }

  /** Keys under which payment services send cents: "amount", "unit_amount", "amount_due". */
  static boolean mayBe(String key) {
    return key.startsWith("amount") || key.endsWith("_amount");
  }
}
