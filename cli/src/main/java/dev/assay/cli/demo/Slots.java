package dev.assay.cli.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the slots of a script, in order, by their recipes:
 *
 * <pre>
 * person · email · email of SLOT · phone · card · iban · national · address · city
 * id AB-####-@@          # a digit, @ a letter
 * one a | b | c          one of these
 * int 2..4               a count
 * money 39.90 54.00      one of these amounts
 * day 3..12              a working day so many days ahead; negative looks back
 * time 9:00..16:30       on the half hour
 * SLOT + 2               later: days, minutes, an amount
 * SLOT + SLOT, SLOT - SLOT, SLOT * 3, pct 20 of SLOT, swap SLOT (two digits change places)
 * </pre>
 */
final class Slots {
  private static final Pattern SUM = Pattern.compile("(\\w+) ([-+*]) (\\w+(?:\\.\\d+)?)");
  private static final Pattern PERCENT = Pattern.compile("pct (\\d+) of (\\w+)");

  private final RandomGenerator random;
  private final PersonalData personal;
  private final LocalDate today;
  private final Map<String, SlotValue> values = new LinkedHashMap<>();

  private Slots(DemoScript script, LocalDate today, RandomGenerator random) {
    this.random = random;
    this.personal = new PersonalData(script.locale(), random);
    this.today = today;
  }

  static Map<String, SlotValue> fill(DemoScript script, LocalDate today, RandomGenerator random) {
    var slots = new Slots(script, today, random);
    script
        .slots()
        .forEach((name, recipe) -> {
          try {
            slots.values.put(name, slots.value(recipe));
          } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                script.id() + ".yaml: slots." + name + ": " + e.getMessage(), e);
          }
        });
    return Map.copyOf(slots.values);
  }

  private SlotValue value(String recipe) {
    // A slot may be called like a recipe: "time + 60" is later than the slot "time".
    Matcher sum = SUM.matcher(recipe);
    return sum.matches() && values.containsKey(sum.group(1)) ? derived(sum) : fresh(recipe);
  }

  private SlotValue fresh(String recipe) {
    String[] parts = recipe.split(" ", 2);
    String rest = parts.length == 2 ? parts[1] : "";
    return switch (parts[0]) {
      case "person" -> words(personal.person());
      case "email" -> words(personal.email(rest.isEmpty() ? personal.person() : of(rest)));
      case "phone" -> words(personal.phone());
      case "card" -> words(personal.card());
      case "iban" -> words(personal.iban());
      case "national" -> words(personal.national());
      case "address" -> words(personal.address());
      case "city" -> words(personal.city());
      case "id" -> words(id(rest));
      case "one" -> words(pick(rest.split(" \\| ")));
      case "int" -> new SlotValue.Count(between(rest));
      case "money" -> new SlotValue.Money(new BigDecimal(pick(rest.split(" "))).setScale(2));
      case "day" -> new SlotValue.Day(workday(today.plusDays(between(rest))));
      case "time" -> new SlotValue.Clock(time(rest));
      case "swap" -> swapped(slot(rest));
      case "pct" -> percent(recipe);
      default -> throw new IllegalArgumentException("no recipe '" + recipe + "'");
    };
  }

  private String of(String rest) {
    return ((SlotValue.Words) slot(rest.replaceFirst("^of ", ""))).text();
  }

  private SlotValue derived(Matcher sum) {
    int sign = sum.group(2).equals("-") ? -1 : 1;
    return switch (slot(sum.group(1))) {
      case SlotValue.Money money ->
          new SlotValue.Money(combine(money.amount(), sum.group(2), amount(sum.group(3))));
      case SlotValue.Day day ->
          new SlotValue.Day(
              workday(day.date().plusDays((long) sign * amount(sum.group(3)).intValueExact())));
      case SlotValue.Clock clock ->
          new SlotValue.Clock(
              clock.time().plusMinutes((long) sign * amount(sum.group(3)).intValueExact()));
      case SlotValue.Count count ->
          new SlotValue.Count(count.number() + sign * amount(sum.group(3)).intValueExact());
      case SlotValue.Words words ->
          throw new IllegalArgumentException("words do not add: '" + words.text() + "'");
    };
  }

  private static BigDecimal combine(BigDecimal left, String operator, BigDecimal right) {
    BigDecimal result =
        switch (operator) {
          case "*" -> left.multiply(right);
          case "-" -> left.subtract(right);
          default -> left.add(right);
        };
    return result.setScale(2, RoundingMode.HALF_UP);
  }

  private BigDecimal amount(String operand) {
    if (Character.isDigit(operand.charAt(0))) {
      return new BigDecimal(operand);
    }
    return switch (slot(operand)) {
      case SlotValue.Money money -> money.amount();
      case SlotValue.Count count -> BigDecimal.valueOf(count.number());
      case SlotValue.Day day -> throw new IllegalArgumentException("no amount: " + day);
      case SlotValue.Clock clock -> throw new IllegalArgumentException("no amount: " + clock);
      case SlotValue.Words words -> throw new IllegalArgumentException("no amount: " + words);
    };
  }

  private SlotValue percent(String recipe) {
    Matcher percent = PERCENT.matcher(recipe);
    if (!percent.matches()) {
      throw new IllegalArgumentException("expected 'pct N of SLOT', came '" + recipe + "'");
    }
    BigDecimal share = new BigDecimal(percent.group(1)).movePointLeft(2);
    return new SlotValue.Money(
        amount(percent.group(2)).multiply(share).setScale(2, RoundingMode.HALF_UP));
  }

  /** The slip of a tired typist: the first two neighbouring digits that differ change places. */
  private static SlotValue swapped(SlotValue value) {
    String digits = ((SlotValue.Money) value).amount().toPlainString();
    for (int i = 0; i + 1 < digits.length(); i++) {
      char left = digits.charAt(i);
      char right = digits.charAt(i + 1);
      if (Character.isDigit(left) && Character.isDigit(right) && left != right && right != '0') {
        return new SlotValue.Money(
            new BigDecimal(digits.substring(0, i) + right + left + digits.substring(i + 2)));
      }
    }
    return new SlotValue.Money(((SlotValue.Money) value).amount().add(BigDecimal.TEN));
  }

  private String id(String pattern) {
    var id = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      switch (c) {
        case '#' -> id.append(personal.digits(1));
        case '@' -> id.append((char) ('A' + random.nextInt(26)));
        default -> id.append(c);
      }
    }
    return id.toString();
  }

  private int between(String range) {
    String[] ends = range.split("\\.\\.", 2);
    int low = Integer.parseInt(ends[0]);
    return low + random.nextInt(Integer.parseInt(ends[1]) - low + 1);
  }

  private LocalTime time(String range) {
    String[] ends = range.split("\\.\\.", 2);
    LocalTime low = clock(ends[0]);
    int halves = (clock(ends[1]).toSecondOfDay() - low.toSecondOfDay()) / 1800;
    return low.plusMinutes(30L * random.nextInt(halves + 1));
  }

  private static LocalTime clock(String text) {
    return LocalTime.parse(text.length() == 4 ? "0" + text : text);
  }

  private static LocalDate workday(LocalDate date) {
    return switch (date.getDayOfWeek()) {
      case SATURDAY -> date.plusDays(2);
      case SUNDAY -> date.plusDays(1);
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> date;
    };
  }

  private SlotValue slot(String name) {
    SlotValue value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no slot '" + name + "' before this one");
    }
    return value;
  }

  private String pick(String[] from) {
    return List.of(from).get(random.nextInt(from.length));
  }

  private static SlotValue words(String text) {
    return new SlotValue.Words(text);
  }
}
