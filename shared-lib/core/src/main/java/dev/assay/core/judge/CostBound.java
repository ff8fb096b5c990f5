package dev.assay.core.judge;

import dev.assay.core.feedback.Price;
import dev.assay.core.feedback.PriceTable;
import dev.assay.core.feedback.TokenUse;

/**
 * What a call may cost at most, known before it is made. Tokens are taken as a third of the UTF-8
 * bytes: English text has four characters a token and more, digits and identifiers about three,
 * other scripts about one character of two or three bytes. It is a bound in practice, not a proof:
 * each model counts with a vocabulary of its own.
 *
 * @param outputTokens the most the model may write
 * @param paidAttempts how often one ask may be paid: more than once where an answer that broke off
 *     is asked for again
 */
public record CostBound(Price price, int outputTokens, int paidAttempts) {
  /** For a model of which nothing is known: the dearest shipped price. */
  static final CostBound UNKNOWN = new CostBound(PriceTable.builtIn().dearest(), 2_000, 2);

  private static final int BYTES_PER_TOKEN = 3;

  /** What providers add around messages and tools: up to some hundred tokens. */
  private static final int OVERHEAD_TOKENS = 500;

  public CostBound {
    if (outputTokens < 1 || paidAttempts < 1) {
      throw new IllegalArgumentException("a call writes and is paid once or more");
    }
  }

  /** In US dollars. */
  public double of(Prompt prompt) {
    return attempt(prompt) * paidAttempts;
  }

  private double attempt(Prompt prompt) {
    long in = inputTokens(prompt);
    double uncached = price.of(new TokenUse(in, outputTokens)).costUsd();
    return Math.max(uncached, price.of(new TokenUse(in, 0, in, outputTokens)).costUsd());
  }

  /** Tokens of a prompt with its schema, rather too many. */
  public static long inputTokens(Prompt prompt) {
    StringBuilder schema = new StringBuilder();
    CompactJson.append(schema, prompt.schema());
    long bytes = bytes(prompt.system()) + bytes(prompt.user()) + bytes(schema);
    return OVERHEAD_TOKENS + bytes / BYTES_PER_TOKEN;
  }

  /** Tokens of a text alone. */
  public static long tokens(String text) {
    return (bytes(text) + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN;
  }

  private static long bytes(CharSequence text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Each half of a surrogate pair is two of four bytes.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }
}
