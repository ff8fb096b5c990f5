package dev.assay.bench.check;

import dev.assay.wire.Mappers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Amounts of money and percentages. */
final class AmountCorruptions extends ValueCorruptions<BigDecimal> {
  private static final BigDecimal LARGEST_COUNT = BigDecimal.valueOf(20);

  private final StatedAmount amount;
  private final boolean money;

  AmountCorruptions(Claim claim, StatedAmount amount, Grounds grounds, Random random) {
    super(claim, amount, grounds, random);
    this.amount = amount;
    this.money = Form.isMoney(claim.finding());
  }

  @Override
  Form form() {
    return money ? Claim.moneyForm(amount.value()) : Form.PERCENT;
  }

  void addTo(List<Corruption> all) {
    BigDecimal value = amount.value();
    change(Kind.DIGIT, digitChanged(), all);
    change(Kind.TRANSPOSED, transposed(), all);
    change(Kind.PLUS_ONE, value.add(BigDecimal.ONE), all);
    change(Kind.PLUS_TEN, value.add(BigDecimal.TEN), all);
    if (money) {
      change(Kind.PLUS_TENTH, tenthMore(), all);
      if (form() == Form.CENTS) {
        BigDecimal cents = BigDecimal.valueOf(1 + random.nextInt(99), 2);
        change(Kind.CENTS, value.setScale(0, RoundingMode.DOWN).add(cents), all);
      }
      otherEntity(all);
      removed(all);
      restateMoney(all);
    } else {
      restateShare(all);
    }
  }

  private BigDecimal tenthMore() {
    RoundingMode mode = RoundingMode.HALF_UP;
    int scale = form() == Form.CENTS ? 2 : 0;
    return amount.value().multiply(new BigDecimal("1.1")).setScale(scale, mode);
  }

  private @Nullable BigDecimal digitChanged() {
    String digits = amount.plain();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < digits.length(); i++) {
      if (Character.isDigit(digits.charAt(i))) {
        places.add(i);
      }
    }
    int place = places.get(random.nextInt(places.size()));
    int lowest = place == 0 ? 1 : 0;
    char other = (char) ('0' + lowest + random.nextInt(10 - lowest));
    return other == digits.charAt(place)
        ? null
        : new BigDecimal(digits.substring(0, place) + other + digits.substring(place + 1));
  }

  private @Nullable BigDecimal transposed() {
    StringBuilder digits = new StringBuilder(amount.plain());
    int start = random.nextInt(digits.length());
    for (int i = 0; i + 1 < digits.length(); i++) {
      int at = (start + i) % (digits.length() - 1);
      char a = digits.charAt(at);
      char b = digits.charAt(at + 1);
      if (a != b && a != '.' && b != '.' && !(at == 0 && b == '0')) {
        digits.setCharAt(at, b);
        digits.setCharAt(at + 1, a);
        return new BigDecimal(digits.toString());
      }
    }
    return null;
  }

  private void restateMoney(List<Corruption> all) {
    boolean dollars =
        claim.text().equals("$" + claim.text().substring(amount.start(), amount.end()));
    if (!dollars || !isEnglish()) {
      return;
    }
    String plain = amount.plain();
    restated(Kind.RESTATED_PLAIN, plain + " dollars", all);
    restated(Kind.RESTATED_CODE, "USD " + plain, all);
    restated(Kind.RESTATED_WORDS, inWords(), all);
  }

  private boolean isEnglish() {
    return claim.trace().language().orElse("en").equals("en");
  }

  private @Nullable String inWords() {
    BigDecimal cents = amount.value().movePointRight(2);
    if (cents.stripTrailingZeros().scale() > 0
        || cents.compareTo(BigDecimal.valueOf(99_999_99)) > 0) {
      return null;
    }
    long whole = cents.longValue() / 100;
    long rest = cents.longValue() % 100;
    String dollars = SpelledNumber.words(whole) + (whole == 1 ? " dollar" : " dollars");
    return rest == 0
        ? dollars
        : dollars + " and " + SpelledNumber.words(rest) + (rest == 1 ? " cent" : " cents");
  }

  private void restateShare(List<Corruption> all) {
    String said = claim.text().substring(amount.start(), amount.end());
    if (claim.text().equals(said + "%") && isEnglish()) {
      restated(Kind.RESTATED_PLAIN, said + " percent", all);
      if (form(said)) {
        restated(
            Kind.RESTATED_WORDS, SpelledNumber.words(amount.value().longValue()) + " percent", all);
      }
    }
  }

  private static boolean form(String said) {
    return said.indexOf('.') < 0;
  }

  @Override
  Object known(BigDecimal value) {
    return Grounds.plain(value);
  }

  @Override
  boolean isOf(Object value) {
    return value instanceof BigDecimal decimal
        && decimal.signum() > 0
        && Claim.moneyForm(decimal) == form();
  }

  @Override
  BigDecimal value(Object known) {
    return (BigDecimal) known;
  }

  @Override
  boolean isUserControlled() {
    return false;
  }

  @Override
  BigDecimal absent() {
    BigDecimal other = otherwise(amount.value());
    return other.compareTo(amount.value()) == 0 ? other.add(BigDecimal.valueOf(23)) : other;
  }

  /**
   * Another amount, the same one for the same one. Every amount of the results changes, else sums
   * and differences of the others would prove the removed one after all. Counts stay.
   */
  private static BigDecimal otherwise(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    boolean whole = plain.scale() <= 0;
    if (whole && plain.abs().compareTo(LARGEST_COUNT) <= 0) {
      return value;
    }
    Random random = new Random(plain.hashCode());
    BigDecimal factor = BigDecimal.valueOf(1_300 + random.nextInt(900), 3);
    BigDecimal changed = value.multiply(factor).setScale(whole ? 0 : 2, RoundingMode.HALF_UP);
    return whole ? changed : changed.add(BigDecimal.valueOf(random.nextInt(99), 2));
  }

  @Override
  JsonNode replaced(JsonNode leaf, BigDecimal other) {
    if (leaf.isNumber()) {
      BigDecimal value = leaf.decimalValue();
      boolean same = value.compareTo(amount.value()) == 0;
      return Mappers.JSON.getNodeFactory().numberNode(same ? other : otherwise(value));
    }
    if (!leaf.isString()) {
      return leaf;
    }
    String text = leaf.stringValue();
    for (StatedAmount found : StatedAmount.all(text).reversed()) {
      boolean same = found.value().compareTo(amount.value()) == 0;
      boolean dollars = found.start() > 0 && text.charAt(found.start() - 1) == '$';
      BigDecimal changed = same ? other : otherwise(found.value());
      String said = same || dollars ? found.say(changed) : null;
      text = said == null ? text : found.in(text, said);
    }
    return Mappers.JSON.getNodeFactory().stringNode(text);
  }
}
