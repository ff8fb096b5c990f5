package dev.assay.bench.check;

import dev.assay.core.feedback.Finding;
import java.util.Set;

/** How a commitment states its value; recall is told apart by it. */
enum Form {
  CENTS("cents"),
  /** A whole amount. */
  ROUND("round"),
  PERCENT("percent"),
  DATE("date"),
  TIME("time"),
  DURATION("duration"),
  QUANTITY("quantity"),
  /** Said to be done. */
  ACTION("action"),
  /** Said to be about to be done. */
  PROMISE("promise"),
  OTHER("other");

  private static final Set<String> MONEY =
      Set.of("PRICE", "FEE", "BALANCE", "LIMIT", "CREDIT", "REFUND");
  private static final Set<String> WHEN =
      Set.of("APPOINTMENT", "DELIVERY", "CALLBACK", "DEADLINE", "DATE");
  private static final Set<String> SHARE = Set.of("DISCOUNT", "RATE");

  private final String words;

  Form(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  static boolean isMoney(Finding finding) {
    return MONEY.contains(finding.type());
  }

  static boolean isWhen(Finding finding) {
    return WHEN.contains(finding.type());
  }

  static boolean isShare(Finding finding) {
    return SHARE.contains(finding.type());
  }
}
