package dev.assay.core.check.commitment.ledger;

import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.Word;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.text.WordClasses;
import dev.assay.core.check.commitment.verdict.CommitmentType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the name of a JSON member says of its number, in the languages tools are written in. Seats
 * are no dollars: untyped numbers never ground a price. Safe for several threads.
 */
public final class Keys {
  /** What a number under a key is. */
  public enum Kind {
    MONEY,
    PERCENT,
    MEASURE,
    OTHER
  }

  private static final Set<String> MONEY =
      Set.of(
          "price",
          "prices",
          "total",
          "subtotal",
          "amount",
          "amounts",
          "cost",
          "costs",
          "fee",
          "fees",
          "fare",
          "fares",
          "balance",
          "due",
          "charge",
          "charged",
          "charges",
          "refund",
          "refunded",
          "refundable",
          "paid",
          "pay",
          "payment",
          "tax",
          "taxes",
          "deposit",
          "limit",
          "coverage",
          "credit",
          "monthly",
          "nightly",
          "cleaning",
          "shipping",
          "tip",
          "discount",
          "savings",
          "premium",
          "deductible",
          "copay",
          "rent",
          "salary",
          "value",
          "money",
          "msrp",
          "owed",
          "usd",
          "eur",
          "gbp",
          "betrag",
          "summe",
          "preis",
          "gesamt",
          "gebühr",
          "guthaben",
          "kosten",
          "importe",
          "precio",
          "monto",
          "saldo",
          "coste",
          "costo",
          "tarifa",
          "montant",
          "prix",
          "solde",
          "frais",
          "totale",
          "prezzo",
          "importo",
          "preco",
          "preço",
          "valor",
          "quote",
          "rate",
          "bill",
          "invoice",
          "surcharge",
          "penalty",
          "difference");
  private static final List<String> COMPOUND_ENDS =
      List.of("betrag", "beitrag", "summe", "preis", "kosten", "gebühr", "gebuehr");

  private static final Set<String> PERCENT =
      Set.of(
          "percent",
          "pct",
          "percentage",
          "rate",
          "apr",
          "prozent",
          "porcentaje",
          "discount",
          "rabatt",
          "vat",
          "off");
  private static final Set<String> MEASURE =
      Set.of(
          "gb",
          "mb",
          "kg",
          "lb",
          "lbs",
          "km",
          "miles",
          "lat",
          "lng",
          "latitude",
          "longitude",
          "rating",
          "score",
          "weight",
          "used",
          "usage",
          "temperature",
          "version",
          "points",
          "percentage",
          "signal",
          "mbps",
          "speed",
          "seats",
          "count",
          "qty",
          "quantity",
          "baggages",
          "bags",
          "items",
          "passengers",
          "id",
          "zip",
          "number",
          "no",
          "code",
          "year",
          "age",
          "days",
          "hours",
          "minutes");

  private static final Map<Lexicon, KeyMemo<WordClasses>> WORDS = new ConcurrentHashMap<>();
  private static final KeyMemo<CommitmentType> SLOTS = new KeyMemo<>(Keys::classifySlot);

  public Kind kind(String key) {
    return MemberName.of(key).kind();
  }

  static Kind classify(String key) {
    boolean money = false;
    boolean percent = false;
    boolean measure = false;
    int start = 0;
    for (int i = 1; i <= key.length(); i++) {
      if (i == key.length() || splits(key, i)) {
        String part = fold(key, start, i);
        money |= MONEY.contains(part) || isCompound(part);
        percent |= PERCENT.contains(part);
        measure |= MEASURE.contains(part);
        start = i;
      }
    }
    if (measure && !(money && isPriceOf(key))) {
      return percent ? Kind.PERCENT : Kind.MEASURE;
    }
    return money ? Kind.MONEY : percent ? Kind.PERCENT : Kind.OTHER;
  }

  /** German joins words: "versicherungssumme", "monatsbeitrag". */
  private static boolean isCompound(String part) {
    for (String end : COMPOUND_ENDS) {
      if (part.length() > end.length() && part.endsWith(end)) {
        return true;
      }
    }
    return false;
  }

  /** "price_per_gb" is money although it names a measure. */
  private static boolean isPriceOf(String key) {
    return key.contains("price") || key.contains("cost") || key.contains("fee");
  }

  /** True where a word of the key is of a class. */
  public static boolean names(String key, WordClass wanted, Lexicon lexicon) {
    return WORDS.computeIfAbsent(lexicon, Keys::words).of(key).has(wanted);
  }

  private static KeyMemo<WordClasses> words(Lexicon lexicon) {
    return new KeyMemo<>(key -> classes(key, lexicon));
  }

  private static WordClasses classes(String key, Lexicon lexicon) {
    WordClasses all = WordClasses.NONE;
    int start = 0;
    for (int i = 1; i <= key.length(); i++) {
      if (i == key.length() || splits(key, i)) {
        int from = Character.isLetter(key.charAt(start)) ? start : start + 1;
        Word word = from < i ? lexicon.find(key, from, i) : null;
        all = word == null ? all : all.plus(word.classes());
        start = i;
      }
    }
    return all;
  }

  /** True where a part of a key begins: "payment_id", "paymentId". */
  public static boolean splits(String key, int i) {
    char c = key.charAt(i);
    return !Character.isLetter(c)
        || (Character.isUpperCase(c) && Character.isLowerCase(key.charAt(i - 1)));
  }

  private static String fold(String key, int from, int to) {
    StringBuilder part = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (Character.isLetter(key.charAt(i))) {
        part.append(Character.toLowerCase(key.charAt(i)));
      }
    }
    return part.toString();
  }

  /** The type of commitment that a money key answers. */
  public static CommitmentType slot(String key) {
    return SLOTS.of(key);
  }

  private static CommitmentType classifySlot(String key) {
    String folded = fold(key, 0, key.length());
    if (folded.contains("refund")) {
      return CommitmentType.REFUND;
    }
    if (folded.contains("fee")
        || folded.contains("tax")
        || folded.contains("shipping")
        || folded.contains("gebühr")) {
      return CommitmentType.FEE;
    }
    if (folded.contains("balance")
        || folded.contains("due")
        || folded.contains("owed")
        || folded.contains("saldo")) {
      return CommitmentType.BALANCE;
    }
    if (folded.contains("limit") || folded.contains("coverage")) {
      return CommitmentType.LIMIT;
    }
    return folded.contains("credit") ? CommitmentType.CREDIT : CommitmentType.PRICE;
  }
}
