package dev.assay.core.feedback;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dated list prices of models. A provider's id is found by the name inside it: {@code
 * us.anthropic.claude-haiku-4-5-20251001-v1:0} has the price of {@code claude-haiku-4-5}, but
 * {@code nova-lite-2} has not that of {@code nova-lite}: after the name only {@code -instruct} and
 * a version may follow.
 *
 * @param asOf the day on which the prices were read
 * @param prices by name in lower case
 */
public record PriceTable(LocalDate asOf, Map<String, Price> prices) {
  private static final String RESOURCE = "model-prices.csv";
  private static final Pattern VERSION_SUFFIX =
      Pattern.compile("(-instruct)?(-\\d{6,8}|-\\d{4}-\\d{2}-\\d{2})?(-v?\\d{1,2})?(:\\d{1,2})?");

  public PriceTable {
    if (prices.isEmpty()) {
      throw new IllegalArgumentException("a price table has a price or more");
    }
    prices = Collections.unmodifiableMap(new LinkedHashMap<>(prices));
  }

  /** The prices that Assay ships. */
  public static PriceTable builtIn() {
    try (InputStream in = PriceTable.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the price table is missing from the jar");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("the price table cannot be read", e);
    }
  }

  /**
   * Reads {@code as_of,YYYY-MM-DD} and lines of {@code
   * name,input,output[,cached_input[,cached_write]]} in US dollars per million tokens; {@code #}
   * starts a comment. What is read from or written to a cache costs as much as other input where it
   * is not given.
   *
   * @throws IllegalArgumentException naming the line that is wrong
   */
  public static PriceTable parse(String csv) {
    Map<String, Price> prices = new LinkedHashMap<>();
    LocalDate asOf = null;
    int number = 0;
    for (String raw : csv.lines().toList()) {
      number++;
      String line = raw.contains("#") ? raw.substring(0, raw.indexOf('#')) : raw;
      String[] cells = line.strip().split("\\s*,\\s*", -1);
      try {
        if (cells[0].equals("as_of")) {
          asOf = LocalDate.parse(cells[1]);
        } else if (!cells[0].isEmpty()) {
          prices.put(cells[0].toLowerCase(Locale.ROOT), price(cells));
        }
      } catch (RuntimeException e) {
        throw new IllegalArgumentException(
            "line "
                + number
                + " of the prices: name,input,output[,cached_input[,cached_write]] expected",
            e);
      }
    }
    return new PriceTable(requireDate(asOf), prices);
  }

  /** This table with the other's prices over it and the other's date. */
  public PriceTable overriddenBy(PriceTable other) {
    Map<String, Price> merged = new LinkedHashMap<>(prices);
    merged.putAll(other.prices);
    return new PriceTable(other.asOf, merged);
  }

  /** The price of a provider's model id; empty when the table does not know it: not free. */
  public Optional<Price> of(String modelId) {
    String id = modelId.toLowerCase(Locale.ROOT);
    Price exact = prices.get(id);
    return exact != null ? Optional.of(exact) : byNameWithin(id);
  }

  /**
   * The highest price in each column: what a model without a price is taken to cost, so that it
   * never counts as free in a budget.
   */
  public Price dearest() {
    return prices.values().stream().reduce(Price::dearer).orElseThrow();
  }

  /** The price by which to reserve: the model's own, else {@link #dearest}. */
  public Price orDearest(String modelId) {
    return of(modelId).orElseGet(this::dearest);
  }

  /**
   * What a judge's call cost; of a model without a price at the dearest one, marked as estimated.
   * Not for an agent's own inference: there a price too high would raise the budget, so use {@link
   * #of} and leave it unknown.
   */
  public Spend spend(String modelId, TokenUse tokens) {
    return of(modelId)
        .map(price -> price.of(tokens))
        .orElseGet(() -> dearest().of(tokens).asEstimate());
  }

  private Optional<Price> byNameWithin(String id) {
    for (Map.Entry<String, Price> entry : prices.entrySet()) {
      String name = entry.getKey();
      int at = id.indexOf(name);
      boolean starts =
          at == 0 || (at > 0 && (id.charAt(at - 1) == '.' || id.charAt(at - 1) == '/'));
      if (starts && VERSION_SUFFIX.matcher(id.substring(at + name.length())).matches()) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  private static Price price(String[] cells) {
    double input = Double.parseDouble(cells[1]);
    double cached = cells.length > 3 ? Double.parseDouble(cells[3]) : input;
    double written = cells.length > 4 ? Double.parseDouble(cells[4]) : input;
    return new Price(input, Double.parseDouble(cells[2]), cached, written);
  }

  private static LocalDate requireDate(@Nullable LocalDate asOf) {
    if (asOf == null) {
      throw new IllegalArgumentException("the prices need a line as_of,YYYY-MM-DD");
    }
    return asOf;
  }
}
