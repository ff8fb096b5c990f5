package dev.assay.core.check.commitment.ledger;

import dev.assay.core.check.commitment.text.Clauses;
import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.Word;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Mention;
import org.jspecify.annotations.Nullable;

/**
 * What a duration is about. Only how long the merchant's own doing takes is a promise: a refund
 * that lands, an order that ships, somebody who calls back. How long a flight or a battery lasts,
 * how long ago something was, and how long the customer has to cancel are none.
 */
public final class Processes {
  /** Some process, whichever. */
  public static final int ANY = 1;

  static final int REFUND = 1 << 1;
  static final int SHIP = 1 << 2;
  static final int CONTACT = 1 << 3;
  static final int RESOLVE = 1 << 4;
  static final int ACCOUNT = 1 << 5;

  private final Utterance utterance;

  public Processes(Utterance utterance) {
    this.utterance = utterance;
  }

  /** The topics of a duration as bits; 0 where it promises nothing about a process. */
  public int topics(Mention mention) {
    if (lasted(mention) || isCondition(mention)) {
      return 0;
    }
    Clauses clauses = utterance.clauses();
    int from = mention.from();
    int end = mention.end() - 1;
    int own = cue(mention, clauses.clauseStart(from), clauses.clauseEnd(end));
    if (own < 0) {
      return 0;
    }
    int sentence = cue(mention, clauses.sentenceStart(from), clauses.sentenceEnd(end));
    int topics = own == 0 ? sentence : own;
    if (topics <= 0) {
      return 0;
    }
    topics = topics == ANY && sentence > 0 ? topics | sentence : topics;
    return topics == ANY ? topics | before(clauses.sentenceStart(from)) : topics;
  }

  /** "ago", "for 2 years", "every 3 days", "hold on a minute". */
  private boolean lasted(Mention mention) {
    int from = mention.from();
    while (utterance.is(from - 1, WordClass.DEFINITE)) {
      from--;
    }
    boolean past =
        utterance.is(mention.end(), WordClass.AGO)
            || utterance.is(from - 1, WordClass.AGO)
            || utterance.is(from - 2, WordClass.AGO)
            || utterance.is(mention.from(), WordClass.AGO);
    boolean shift = utterance.is(from - 1, WordClass.PLUS) || utterance.is(from - 1, WordClass.BY);
    boolean allowed = utterance.is(from - 2, WordClass.PROCESS);
    boolean during = utterance.is(from - 1, WordClass.DURING) && !allowed;
    return past || shift || during || utterance.inSentence(WordClass.HOLD, mention.from());
  }

  /** "within 24 hours of booking", "24-hour cancellation policy", "3 days before departure". */
  private boolean isCondition(Mention mention) {
    int at = mention.end();
    while (at < mention.end() + 4 && isLink(at)) {
      at++;
    }
    boolean linked = at > mention.end();
    return isCustomers(at) || (linked && utterance.is(at, WordClass.EVENT));
  }

  private boolean isLink(int i) {
    return utterance.is(i, WordClass.OF)
        || utterance.is(i, WordClass.IF)
        || utterance.is(i, WordClass.BY)
        || utterance.is(i, WordClass.TO)
        || utterance.is(i, WordClass.FROM)
        || utterance.is(i, WordClass.AFTER)
        || utterance.is(i, WordClass.DEFINITE)
        || utterance.is(i, WordClass.YOU);
  }

  private boolean isCustomers(int i) {
    return utterance.is(i, WordClass.CUSTOMER_ACT);
  }

  /** Topics named in [from, end); 0 for none, -1 where the nearest cue is not the merchant's. */
  private int cue(Mention mention, int from, int end) {
    int topics = 0;
    boolean first = true;
    int low = Math.max(from, mention.from() - Utterance.WINDOW);
    int takes = mention.from() - 1;
    if (utterance.is(takes, WordClass.TAKE)
        && utterance.before(WordClass.LASTING, low, takes) >= 0) {
      return -1;
    }
    for (int i = mention.from() - 1; i >= low; i--) {
      boolean other =
          utterance.is(i, WordClass.LASTING)
              || (isCustomers(i) && !utterance.is(i, WordClass.PROCESS));
      if (first && other) {
        return -1;
      }
      int topic = topic(i);
      first &= topic == 0;
      topics |= topic;
    }
    int high = Math.min(end, mention.end() + Utterance.WINDOW);
    for (int i = mention.end(); i < high; i++) {
      topics |= topic(i);
    }
    return topics;
  }

  /** What the sentence before is about: "Your refund is on its way. It takes 5 days." */
  private int before(int sentence) {
    int topics = 0;
    for (int i = sentence - 1; i >= Math.max(0, sentence - Utterance.WINDOW); i--) {
      topics |= topic(i);
    }
    return topics;
  }

  /** "get back to you" is an answer, no refund. */
  private int topic(int i) {
    boolean answer =
        utterance.is(i, WordClass.REFUND)
            && !utterance.is(i, WordClass.PROCESS)
            && utterance.is(i + 1, WordClass.TO)
            && utterance.is(i + 2, WordClass.YOU)
            && !utterance.is(i + 2, WordClass.DEFINITE);
    return answer ? CONTACT : topic(utterance.tokens().get(i).code(WordClass.PROCESS));
  }

  private static int topic(@Nullable String code) {
    if (code == null) {
      return 0;
    }
    return switch (code) {
      case "refund" -> REFUND;
      case "ship" -> SHIP;
      case "contact" -> CONTACT;
      case "resolve" -> RESOLVE;
      case "account" -> ACCOUNT;
      default -> ANY;
    };
  }

  /** The topics that the words of a JSON key name: {@code refund_processing_days}. */
  public static int ofKey(String key, Lexicon lexicon) {
    int topics = 0;
    int start = 0;
    for (int i = 1; i <= key.length(); i++) {
      if (i == key.length() || Keys.splits(key, i)) {
        int from = Character.isLetter(key.charAt(start)) ? start : start + 1;
        Word word = from < i ? lexicon.find(key, from, i) : null;
        topics |= word == null ? 0 : topic(word.code(WordClass.PROCESS));
        start = i;
      }
    }
    return topics;
  }

  /** True where both may speak of the same process. */
  public static boolean agree(int some, int others) {
    int a = some & ~ANY;
    int b = others & ~ANY;
    return a == 0 || b == 0 || (a & b) != 0;
  }

  /** True where both name the same process. */
  public static boolean same(int some, int others) {
    return (some & others & ~ANY) != 0;
  }
}
