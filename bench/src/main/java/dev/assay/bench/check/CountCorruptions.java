package dev.assay.bench.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Durations, quantities and deeds. */
final class CountCorruptions {
  /** Tools whose names begin so only read: taking them away makes no deed untrue. */
  private static final Set<String> READING =
      Set.of(
          "get",
          "list",
          "find",
          "search",
          "calculate",
          "think",
          "check",
          "show",
          "read",
          "lookup",
          "query",
          "fetch",
          "transfer");

  private final Claim claim;

  CountCorruptions(Claim claim) {
    this.claim = claim;
  }

  void addTo(List<Corruption> all) {
    switch (claim.finding().type()) {
      case "SLA" -> {
        shortened(all);
        inWords(Form.DURATION, all);
      }
      case "QUANTITY" -> {
        oneMore(all);
        inWords(Form.QUANTITY, all);
      }
      case "ACTION" -> undone(all);
      default -> {}
    }
  }

  private void shortened(List<Corruption> all) {
    String text = claim.text();
    String words = text;
    for (StatedAmount number : StatedAmount.all(text).reversed()) {
      BigDecimal half = number.value().divide(BigDecimal.TWO, 0, RoundingMode.DOWN);
      String said = half.signum() > 0 ? number.say(half) : null;
      words = said == null ? words : number.in(words, said);
    }
    if (!words.equals(text)) {
      all.add(Corruption.said(Kind.SHORTENED, Form.DURATION, claim, words));
    }
  }

  /** As true as in digits. */
  private void inWords(Form form, List<Corruption> all) {
    if (!claim.trace().language().orElse("en").equals("en")) {
      return;
    }
    String words = claim.text();
    for (StatedAmount number : StatedAmount.all(words).reversed()) {
      if (!number.spelled() && number.decimals() == 0) {
        words = number.in(words, SpelledNumber.words(number.value().longValue()));
      }
    }
    if (!words.equals(claim.text())) {
      all.add(Corruption.said(Kind.RESTATED_WORDS, form, claim, words));
    }
  }

  private void oneMore(List<Corruption> all) {
    claim
        .amount()
        .ifPresent(number -> {
          String said = number.say(number.value().add(BigDecimal.ONE));
          if (said != null) {
            String words = number.in(claim.text(), said);
            all.add(Corruption.said(Kind.PLUS_ONE, Form.QUANTITY, claim, words));
          }
        });
  }

  private void undone(List<Corruption> all) {
    String nearest = String.valueOf(claim.finding().nearest());
    boolean promise = String.valueOf(claim.finding().normalised()).startsWith("PROMISE");
    Form form = promise ? Form.PROMISE : Form.ACTION;
    Predicate<String> deeds = tool -> nearest.contains(tool) || !isReading(tool);
    all.add(
        Corruption.evidence(
            Kind.CALL_REMOVED, form, claim, () -> Edits.withoutCalls(claim.trace(), deeds)));
    all.add(
        Corruption.evidence(
            Kind.CALL_FAILED, form, claim, () -> Edits.withFailed(claim.trace(), deeds)));
  }

  private static boolean isReading(String tool) {
    int end = Math.min(1, tool.length());
    while (end < tool.length() && Character.isLowerCase(tool.charAt(end))) {
      end++;
    }
    return READING.contains(tool.substring(0, end).toLowerCase(Locale.ROOT));
  }
}
