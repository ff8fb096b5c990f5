package dev.assay.core.check.commitment.claim;

import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Trait;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.Word;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.text.WordClasses;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Value.Deed.Claim;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Claims that something was done: "I've cancelled", "has been refunded", "Je vous ai remboursé",
 * "Booking confirmed!", "You're all set". A plain past passive ("was booked last week") reports a
 * state and is none, and so is what the customer did.
 */
public final class DeedGrammar {
  /** The speaker stands this many tokens before the verb at most. */
  private static final int REACH = 8;

  /** What a claim or promise of a deed stands on. */
  static final WordClasses VERBS =
      WordClasses.of(
          WordClass.DONE,
          WordClass.DID,
          WordClass.DEED,
          WordClass.WILL_DO,
          WordClass.DOING,
          WordClass.SETTLED);

  /** The subject of a passive reaches this many tokens before its auxiliary. */
  private static final int SUBJECT = 12;

  private final Utterance utterance;
  private final DeedFamilies families;
  private final DeedTargets targets;
  private final PromiseGrammar promises;
  private final DeedStance stance;
  private final DeedHeadlines headlines;
  private final boolean verbFinal;
  private @Nullable Claim last;
  private int lastVerb = -1;

  public DeedGrammar(Utterance utterance, List<Mention> mentions) {
    this.utterance = utterance;
    this.families = new DeedFamilies(utterance);
    this.targets = new DeedTargets(utterance, mentions);
    this.promises = new PromiseGrammar(utterance, mentions, targets);
    this.stance = new DeedStance(utterance);
    this.headlines = new DeedHeadlines(utterance, families, stance, this::isAdverb);
    this.verbFinal = utterance.lexicon().has(Trait.VERB_FINAL);
  }

  /** The deeds claimed and promised, in order; the same one only once. */
  public List<Mention> read() {
    if (!utterance.classes().meets(VERBS)) {
      return List.of();
    }
    List<Mention> deeds = new ArrayList<>();
    Set<String> said = new HashSet<>();
    for (int i = 0; i < utterance.size(); i++) {
      Token token = utterance.tokens().get(i);
      Word word = token.word();
      if (word != null && token.isAny(VERBS)) {
        Mention deed = deed(i, word);
        if (deed != null && said.add(deed.value().normalised())) {
          deeds.add(deed);
        }
      }
    }
    return deeds;
  }

  private @Nullable Mention deed(int verb, Word word) {
    if (word.is(WordClass.SETTLED) || utterance.is(verb - 1, WordClass.ALL)) {
      Mention settled = claim(headlines.settled(verb, word), verb);
      if (settled != null) {
        return settled;
      }
    }
    Mention done =
        word.is(WordClass.DID) ? finite(verb) : word.is(WordClass.DONE) ? participle(verb) : null;
    if (done == null && word.is(WordClass.DEED)) {
      done = managed(verb);
    }
    return done == null ? promises.read(verb, word) : done;
  }

  /** "cancelé": the verb itself holds the speaker. */
  private @Nullable Mention finite(int verb) {
    if (!stance.stands(verb, verb)) {
      return null;
    }
    String family = families.of(verb, WordClass.DID);
    return family == null ? null : claim(family, lead(verb), verb, Claim.ACTIVE);
  }

  /** The adverbs right before a finite verb belong to the claim: "Ya cancelé". */
  private int lead(int verb) {
    int from = verb;
    int start = utterance.clauses().clauseStart(verb);
    while (from > start
        && (utterance.is(from - 1, WordClass.LIGHT) || utterance.is(from - 1, WordClass.FRESH))) {
      from--;
    }
    return from;
  }

  private @Nullable Mention participle(int verb) {
    int clause = utterance.clauses().clauseStart(verb);
    int self = speaker(clause, verb);
    if (self >= 0) {
      String family = families.of(verb, WordClass.DONE);
      return family == null || !stance.stands(self, verb)
          ? null
          : claim(family, self, verb, softened(self, verb, Claim.ACTIVE));
    }
    int aux = auxiliary(clause, verb);
    if (aux >= 0) {
      return passive(verb, clause, aux);
    }
    Claim inherited = coordinated(verb);
    if (inherited != null && stance.stands(verb, verb)) {
      int clauseOf = utterance.clauses().clauseStart(verb);
      String family =
          inherited == Claim.ACTIVE
              ? families.of(verb, WordClass.DONE)
              : families.of(verb, WordClass.DONE, clauseOf, verb);
      return family == null ? null : claim(family, verb, verb, inherited);
    }
    return claim(headlines.headline(verb, clause), verb);
  }

  /** "I was able to cancel it": the deed behind an infinitive. */
  private @Nullable Mention managed(int verb) {
    int clause = utterance.clauses().clauseStart(verb);
    int able = utterance.before(WordClass.ABLE, Math.max(clause, verb - 4), verb);
    if (able < 0 && verbFinal) {
      able = utterance.before(WordClass.ABLE, clause, verb);
    }
    if (able < 0) {
      return null;
    }
    boolean own = "SELF".equals(utterance.tokens().get(able).code(WordClass.ABLE));
    int self = own ? able : utterance.before(WordClass.SELF, Math.max(clause, able - 3), able);
    boolean was =
        !utterance.is(able, WordClass.SOFTENER)
            || utterance.before(WordClass.WERE, Math.max(clause, able - 3), able) >= 0;
    boolean plain =
        self >= 0
            && was
            && utterance.before(WordClass.SOFTENER, self, able) < 0
            && utterance.before(WordClass.SOFTENER, able + 1, verb) < 0;
    String family = plain ? families.of(verb, WordClass.DEED) : null;
    return family == null || !stance.stands(self, verb)
        ? null
        : claim(family, self, verb, Claim.ACTIVE);
  }

  /** The place of "I" in "I have just cancelled"; -1 where somebody else acts. */
  private int speaker(int clause, int verb) {
    if (verbFinal) {
      int self = utterance.before(WordClass.SELF, clause, verb);
      boolean has = self >= 0 && utterance.before(WordClass.HAVE, clause, verb) >= 0;
      return has && isFree(Math.min(self, clause), verb) ? self : -1;
    }
    for (int i = verb - 1; i >= Math.max(clause, verb - REACH); i--) {
      Token token = utterance.tokens().get(i);
      if (token.is(WordClass.SELF) && !(token.is(WordClass.BE) && !token.is(WordClass.HAVE))) {
        boolean split = i > clause && utterance.is(i - 1, WordClass.SELF);
        return split ? i - 1 : i;
      }
      boolean had = token.is(WordClass.YOU) && utterance.is(i - 1, WordClass.HAVE);
      boolean got = token.is(WordClass.YOU) && utterance.is(i - 1, WordClass.LIGHT);
      if (!isLight(token) && !had && !got) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isLight(Token token) {
    return token.is(WordClass.HAVE)
        || token.is(WordClass.LIGHT)
        || token.is(WordClass.FRESH)
        || token.is(WordClass.FILLER);
  }

  /** Nothing before a verb at the end may turn the claim into a wish, an offer or a passive. */
  private boolean isFree(int from, int verb) {
    for (int i = from; i < verb; i++) {
      Token token = utterance.tokens().get(i);
      if (token.is(WordClass.SOFTENER)
          || token.is(WordClass.BEEN)
          || token.is(WordClass.PASSIVE)
          || token.is(WordClass.NEGATOR)) {
        return false;
      }
    }
    return !utterance.is(verb + 1, WordClass.BEEN);
  }

  /** The auxiliary that makes the participle a passive or a state; -1 where there is none. */
  private int auxiliary(int clause, int verb) {
    if (verbFinal) {
      int passive = utterance.before(WordClass.PASSIVE, clause, verb);
      return passive >= 0 ? passive : utterance.before(WordClass.BE, clause, verb);
    }
    int i = verb - 1;
    while (i > clause && i > verb - 4 && isAdverb(i)) {
      i--;
    }
    if (i < clause) {
      return -1;
    }
    Token token = utterance.tokens().get(i);
    boolean aux =
        token.is(WordClass.BEEN)
            || token.is(WordClass.PASSIVE)
            || token.is(WordClass.BEING)
            || token.is(WordClass.BE);
    boolean reflexive =
        token.is(WordClass.HAVE)
            && utterance.before(WordClass.REFLEXIVE, Math.max(clause, i - 3), i) >= 0;
    return aux || reflexive ? i : -1;
  }

  private boolean isAdverb(int i) {
    Token token = utterance.tokens().get(i);
    boolean other =
        token.is(WordClass.BEEN)
            || token.is(WordClass.BE)
            || token.is(WordClass.HAVE)
            || token.is(WordClass.AND);
    return !other
        && (token.is(WordClass.LIGHT)
            || token.is(WordClass.FRESH)
            || token.is(WordClass.REPORT)
            || token.is(WordClass.FILLER)
            || token.is(WordClass.NOW));
  }

  private @Nullable Mention passive(int verb, int ownClause, int aux) {
    Claim claim = force(verb, ownClause, aux);
    if (claim == null) {
      return null;
    }
    int first = firstAuxiliary(ownClause, aux);
    int clause = first == ownClause ? subjectClause(first) : ownClause;
    boolean open =
        first < 0
            || utterance.is(first - 1, WordClass.RELATIVE)
            || utterance.is(first - 1, WordClass.SOFTENER)
            || utterance.is(first - 1, WordClass.TO)
            || isByAnother(first, verb)
            || utterance.after(WordClass.OR, verb, Math.min(utterance.size(), verb + 3)) >= 0;
    if (open || !isAboutThisCase(clause, first, verb) || !stance.stands(first, verb, clause)) {
      return null;
    }
    if (utterance.before(WordClass.NEGATOR, Math.max(clause, first - REACH), first) >= 0) {
      return null;
    }
    int from = Math.max(clause, first - SUBJECT);
    String family = families.of(verb, WordClass.DONE, clause, first);
    if (family == null || (claim == Claim.STATE && !families.hasState(family, verb))) {
      return null;
    }
    return claim(family, from, verb, softened(from, verb, claim));
  }

  /** "by the airline", "vom Verkäufer": not the agent's deed. */
  private boolean isByAnother(int aux, int verb) {
    if (utterance.is(verb + 1, WordClass.BY)) {
      return true;
    }
    int by = verbFinal ? utterance.before(WordClass.DOER, aux, verb) : verb + 1;
    return utterance.is(by, WordClass.DOER)
        && (utterance.is(by, WordClass.DEFINITE) || utterance.is(by + 1, WordClass.DEFINITE));
  }

  /** "The order (2 items) has been cancelled": what is put in between hides the subject. */
  private int subjectClause(int aux) {
    int start = Math.max(utterance.clauses().sentenceStart(aux), aux - 2 * SUBJECT);
    boolean inserted = utterance.is(aux - 1, ')') || utterance.is(aux - 1, ',');
    return inserted && aux > start ? start : aux;
  }

  /** Null where the words are no finished passive at all. */
  private @Nullable Claim force(int verb, int clause, int aux) {
    Token token = utterance.tokens().get(aux);
    if (token.is(WordClass.BEEN)) {
      boolean perfect =
          utterance.before(WordClass.HAVE, Math.max(clause, aux - 4), aux) >= 0
              || utterance.before(WordClass.BE, Math.max(clause, aux - 2), aux) >= 0;
      return perfect ? Claim.PASSIVE : null;
    }
    if (token.is(WordClass.BEING)) {
      boolean now = utterance.before(WordClass.BE, Math.max(clause, aux - 3), aux) >= 0;
      return now ? Claim.UNDERWAY : null;
    }
    if (token.is(WordClass.PASSIVE) || token.is(WordClass.HAVE)) {
      return Claim.PASSIVE;
    }
    boolean fresh =
        utterance.before(WordClass.FRESH, aux, verb) >= 0
            || utterance.is(verb + 1, WordClass.FRESH)
            || utterance.is(verb + 1, WordClass.BEEN);
    return fresh ? Claim.PASSIVE : Claim.STATE;
  }

  private int firstAuxiliary(int clause, int aux) {
    int from = Math.max(clause, aux - 4);
    Token token = utterance.tokens().get(aux);
    int have = utterance.before(WordClass.HAVE, from, aux);
    boolean reflexive = token.is(WordClass.HAVE) || have >= 0;
    int se = reflexive ? utterance.before(WordClass.REFLEXIVE, from, aux) : -1;
    if (se >= 0) {
      return se;
    }
    boolean compound = token.is(WordClass.BEEN) || token.is(WordClass.BEING);
    return !compound ? aux : have >= 0 ? have : utterance.before(WordClass.BE, from, aux);
  }

  /** "your order", "order W12", "the refund": not just any flight that has been cancelled. */
  private boolean isAboutThisCase(int clause, int aux, int verb) {
    for (int i = Math.max(clause, aux - 2 * SUBJECT); i < aux; i++) {
      if (isOurs(utterance.tokens().get(i))) {
        return true;
      }
    }
    boolean late = verbFinal || aux == clause || utterance.is(aux, WordClass.REFLEXIVE);
    int end = Math.min(utterance.clauses().clauseEnd(verb), verb + 4);
    for (int i = aux; late && i < end; i++) {
      if (isOurs(utterance.tokens().get(i))) {
        return true;
      }
    }
    int to = Math.min(utterance.clauses().clauseEnd(verb), verb + 4);
    boolean pronoun = utterance.is(aux, WordClass.YOU) || utterance.is(aux, WordClass.CASE);
    return pronoun || utterance.after(WordClass.YOU, verb, to) >= 0;
  }

  private static boolean isOurs(Token token) {
    return token.kind() == Token.Kind.ID
        || token.is(WordClass.YOU)
        || token.is(WordClass.DEFINITE)
        || token.is(WordClass.REFUND)
        || token.is(WordClass.DEED_NOUN)
        || token.is(WordClass.CASE);
  }

  /** "cancelled the flight and refunded the fare": the second verb leans on the first. */
  private @Nullable Claim coordinated(int verb) {
    int i = verb - 1;
    while (i > lastVerb && isAdverb(i)) {
      i--;
    }
    boolean near = lastVerb >= 0 && verb - lastVerb <= 2 * REACH;
    boolean same =
        near
            && utterance.clauses().sentenceStart(lastVerb)
                == utterance.clauses().sentenceStart(verb);
    return same && utterance.is(i, WordClass.AND) ? last : null;
  }

  /** "I see that it has been cancelled", "has already been": what a record shows. */
  private Claim softened(int from, int verb, Claim claim) {
    int start = Math.max(utterance.clauses().clauseStart(verb), from - 4);
    boolean reported =
        claim != Claim.ACTIVE && utterance.before(WordClass.REPORT, start, verb) >= 0;
    return reported ? Claim.REPORT : claim;
  }

  private @Nullable Mention claim(DeedHeadlines.@Nullable Found found, int verb) {
    return found == null ? null : claim(found.family(), found.from(), verb, found.claim());
  }

  /** Null for what is done by talking ("I've checked"), on which a later verb may still lean. */
  private @Nullable Mention claim(String family, int from, int verb, Claim claim) {
    last = claim;
    lastVerb = verb;
    return family.equals("-") ? null : targets.aim(family, from, verb, claim);
  }
}
