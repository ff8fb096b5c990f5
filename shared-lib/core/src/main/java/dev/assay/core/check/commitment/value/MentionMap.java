package dev.assay.core.check.commitment.value;

import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.value.Value.Money;
import dev.assay.core.check.commitment.value.Value.Percent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mentions of an utterance by token, built when first asked. */
public final class MentionMap {
  private final List<Mention> mentions;
  private final int size;
  private int @Nullable [] byToken;

  public MentionMap(Utterance utterance, List<Mention> mentions) {
    this.mentions = mentions;
    this.size = utterance.size();
  }

  /** The mention that holds a token; null for none. */
  public @Nullable Mention at(int token) {
    int[] map = map();
    int found = token < 0 || token >= size ? -1 : map[token];
    return found < 0 ? null : mentions.get(found);
  }

  private int[] map() {
    int[] known = byToken;
    if (known == null) {
      known = new int[size];
      Arrays.fill(known, -1);
      for (int m = 0; m < mentions.size(); m++) {
        Arrays.fill(known, mentions.get(m).from(), mentions.get(m).end(), m);
      }
      byToken = known;
    }
    return known;
  }

  /** The first amount that begins in [from, to); null for none. */
  public @Nullable Mention money(int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(to, from + Utterance.WINDOW); i++) {
      Mention mention = at(i);
      if (mention != null && mention.from() >= from && mention.value() instanceof Money) {
        return mention;
      }
    }
    return null;
  }

  /** The first percentage that begins in [from, to); null for none. */
  public @Nullable Mention percent(int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(to, from + Utterance.WINDOW); i++) {
      Mention mention = at(i);
      if (mention != null && mention.from() >= from && mention.value() instanceof Percent) {
        return mention;
      }
    }
    return null;
  }
}
