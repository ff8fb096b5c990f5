package dev.assay.core.check.commitment.claim;

import dev.assay.core.check.commitment.text.Trait;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The family of a verb. Words such as "processed" and "issued" have theirs from the noun they act
 * on: their code begins with {@code *}, followed by the family they mean where no noun tells. With
 * {@code ~} only the passive is a deed ("is confirmed"), with {@code !} only the active ("I've
 * connected you"), and with {@code ^} a mere "is" tells nothing ("is scheduled"). With {@code %} a
 * particle tells ("turned on").
 */
public final class DeedFamilies {
  /** A family that any writing tool fulfils: all that was done. */
  public static final String ANYTHING = "ARRANGED";

  private static final int REACH = 8;

  /** "turned international roaming on": the particle is near. */
  private static final int PARTICLE = 5;

  /** A plain "is cancelled" claims something only of these; "is enabled" just describes. */
  private static final Set<String> STATES =
      Set.of("CANCELLED", "REFUNDED", "BOOKED", "UPGRADED", "CREDITED", "FEE_WAIVED");

  /** What can be sent and then is the deed: a refund that was sent is a refund. */
  private static final Set<String> SENDABLE = Set.of("REFUNDED", "CREDITED", "EXCHANGED");

  private final Utterance utterance;

  DeedFamilies(Utterance utterance) {
    this.utterance = utterance;
  }

  /**
   * The family of a verb whose object stands behind it.
   *
   * @return null where the words name no deed; {@code -} for what is done by talking
   */
  @Nullable String of(int verb, WordClass form) {
    String code = utterance.tokens().get(verb).code(form);
    if (code == null || isTalk(code, verb)) {
      return null;
    }
    return switch (code.isEmpty() ? ' ' : code.charAt(0)) {
      case '*' -> byNoun(code.substring(1), object(code, verb));
      case '%' -> switched(verb);
      case '~' -> "-";
      case '^', '!' -> code.substring(1);
      default -> plain(code, verb);
    };
  }

  /**
   * The family of a passive, whose subject stands before it.
   *
   * @param from where the subject may begin
   * @param aux where it ends
   */
  @Nullable String of(int verb, WordClass form, int from, int aux) {
    String code = utterance.tokens().get(verb).code(form);
    if (code == null || isTalk(code, verb)) {
      return null;
    }
    return switch (code.isEmpty() ? ' ' : code.charAt(0)) {
      case '*' -> byNoun(code.substring(1), subject(code, from, aux, verb));
      case '~' -> confirmed(subject(code, from, aux, verb));
      case '%' -> switched(verb);
      case '^' -> code.substring(1);
      case '!' -> null;
      default -> plain(code, verb);
    };
  }

  private String plain(String code, int verb) {
    return code.equals("CREDITED") && utterance.inClause(WordClass.REFUND, verb)
        ? "REFUNDED"
        : code;
  }

  /** "turned on", "turned roaming off"; null for what is turned otherwise. */
  private @Nullable String switched(int verb) {
    int end = Math.min(utterance.clauses().clauseEnd(verb), verb + PARTICLE);
    for (int i = verb + 1; i < end; i++) {
      String code = utterance.tokens().get(i).code(WordClass.SWITCH);
      if (code != null) {
        return code;
      }
    }
    return null;
  }

  /** A ticket that is confirmed is no complaint. */
  private static @Nullable String confirmed(@Nullable String noun) {
    return "ESCALATED".equals(noun) ? null : byNoun("", noun);
  }

  private static @Nullable String byNoun(String fallback, @Nullable String noun) {
    if (fallback.isEmpty()) {
      return noun == null || noun.charAt(0) != '?' ? noun : noun.substring(1);
    }
    return noun == null || noun.charAt(0) == '?' ? fallback : noun;
  }

  /** "I've added it to the list", "I made a mistake": kept or said, not done. */
  private boolean isTalk(String code, int verb) {
    boolean loose =
        switch (code) {
          case "UPDATED", "REMOVED", "ADDED" -> true;
          default -> !code.isEmpty() && code.charAt(0) == '*';
        };
    return loose && utterance.after(WordClass.TALK, verb, utterance.clauses().clauseEnd(verb)) >= 0;
  }

  /** "is complete" is said of deeds, "is booked" of things that were. */
  boolean hasState(String family, int verb) {
    String code = utterance.tokens().get(verb).code(WordClass.DONE);
    return (STATES.contains(family) && family.equals(code))
        || ("*".equals(code) && !family.equals("ORDERED_ITEM"))
        || "~".equals(code);
  }

  private @Nullable String subject(String code, int from, int aux, int verb) {
    String found = first(code, Math.max(from, aux - 2 * Utterance.WINDOW), aux);
    return found == null ? object(code, verb) : found;
  }

  private @Nullable String object(String code, int verb) {
    int end = Math.min(utterance.clauses().clauseEnd(verb), verb + REACH);
    String found = first(code, verb + 1, end);
    boolean before = found == null && utterance.lexicon().has(Trait.VERB_FINAL);
    int clause = utterance.clauses().clauseStart(verb);
    return before ? first(code, Math.max(clause, verb - Utterance.WINDOW), verb) : found;
  }

  /** The first noun of a deed; "reservation" and the like, marked {@code ?}, where no other is. */
  private @Nullable String first(String verb, int from, int end) {
    boolean sending = verb.endsWith("SENT");
    String thing = null;
    for (int i = from; i < end; i++) {
      String code = utterance.tokens().get(i).code(WordClass.DEED_NOUN);
      if (code != null && sending) {
        if (code.endsWith("_SENT")) {
          return code;
        }
        thing = thing == null && SENDABLE.contains(code) ? code : thing;
      } else if (code != null) {
        if (code.charAt(0) != '?') {
          return code;
        }
        thing = thing == null ? code : thing;
      }
    }
    return thing;
  }
}
