package dev.assay.models;

import java.util.Locale;

/**
 * What a chat endpoint understands. Begins with everything and drops what the server refuses by
 * name, because "OpenAI-compatible" means something else everywhere.
 *
 * @param structured takes {@code response_format} with a schema
 * @param temperature takes {@code temperature: 0}; some reasoning models do not
 * @param completionTokens calls the limit {@code max_completion_tokens}
 */
record ChatDialect(boolean structured, boolean temperature, boolean completionTokens) {
  static final ChatDialect FULL = new ChatDialect(true, true, false);

  /** The dialect without what the refusal names; the same one when it names nothing of ours. */
  ChatDialect without(String refusal) {
    String words = refusal.toLowerCase(Locale.ROOT);
    if (structured && (words.contains("response_format") || words.contains("json_schema"))) {
      return new ChatDialect(false, temperature, completionTokens);
    }
    if (!completionTokens && words.contains("max_completion_tokens")) {
      return new ChatDialect(structured, temperature, true);
    }
    if (temperature && words.contains("temperature")) {
      return new ChatDialect(structured, false, completionTokens);
    }
    return this;
  }
}
