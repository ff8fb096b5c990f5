package dev.assay.core.check.commitment.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value found in a text.
 *
 * @param from first token
 * @param end one past the last token
 */
public record Mention(Value value, int from, int end) {

  /** The mention that holds a token, of mentions in the order of the text; null for none. */
  public static @Nullable Mention at(List<Mention> mentions, int token) {
    int low = 0;
    int high = mentions.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Mention mention = mentions.get(middle);
      if (mention.end() <= token) {
        low = middle + 1;
      } else if (mention.from() > token) {
        high = middle - 1;
      } else {
        return mention;
      }
    }
    return null;
  }
}
