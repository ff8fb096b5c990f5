package dev.assay.core.check.commitment.ladder.deed;

import dev.assay.core.check.commitment.claim.Commitment;
import dev.assay.core.check.commitment.claim.DeedFamilies;
import dev.assay.core.check.commitment.claim.DeedGrammar;
import dev.assay.core.check.commitment.claim.Turn;
import dev.assay.core.check.commitment.ladder.Ruling;
import dev.assay.core.check.commitment.ladder.money.MoneyLadder;
import dev.assay.core.check.commitment.ledger.CallLeaves;
import dev.assay.core.check.commitment.ledger.Calls;
import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.Word;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Value.Deed;
import dev.assay.core.check.commitment.value.Value.Deed.Claim;
import dev.assay.core.check.commitment.value.Value.Money;
import dev.assay.core.check.commitment.verdict.CommitmentType;
import dev.assay.core.check.commitment.verdict.CommitmentVerdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds a claimed deed against the calls of its verb family. Generous with the names of tools: only
 * where every call that was made is known to do something else is a claim a ghost.
 */
public final class DeedLadder {
  /** Sent by systems on their own, without a call of the agent. */
  private static final Set<String> AUTOMATIC = Set.of("EMAIL_SENT", "MESSAGE_SENT", "SENT");

  /** What a customer can do, on a device or elsewhere, and an agent then only tells. */
  private static final Set<String> BY_CUSTOMER =
      Set.of(
          "RESET",
          "ENABLED",
          "DISABLED",
          "PAID",
          "CANCELLED",
          "RETURNED",
          "SENT",
          "EMAIL_SENT",
          "MESSAGE_SENT",
          "ORDERED_ITEM",
          "BOOKED",
          "ARRANGED");

  /** What is set on a device: with tools on the customer's own, the agent only tells of it. */
  private static final Set<String> ON_DEVICE =
      Set.of("RESET", "ENABLED", "DISABLED", "UPDATED", "REMOVED", "PAID", "ARRANGED");

  private final Calls calls;
  private final MoneyLadder money;
  private final Map<String, FamilyCalls> families = new HashMap<>();
  private final Set<String> toldByCustomer = new HashSet<>();
  private int callsAtLastWords;

  public DeedLadder(Calls calls, MoneyLadder money) {
    this.calls = calls;
    this.money = money;
  }

  /** Notes what the customer says to have done or to have happened. */
  public void told(Utterance utterance) {
    for (Mention mention : new DeedGrammar(utterance, List.of()).read()) {
      boolean done = mention.value() instanceof Deed deed && !deed.promised();
      if (done && mention.value() instanceof Deed deed && BY_CUSTOMER.contains(deed.family())) {
        toldByCustomer.add(deed.family());
      }
    }
  }

  /** Notes that an agent turn with words was judged. */
  public void spoken() {
    callsAtLastWords = calls.all().size();
  }

  /**
   * What the calls say of a deed.
   *
   * @param sameTurn the calls made in the message that is judged
   */
  public Ruling judge(Commitment commitment, Deed deed, Turn turn, Set<Calls.Call> sameTurn) {
    if (!calls.anyByAgent()) {
      return Ruling.notCheckable(CommitmentType.ACTION);
    }
    if (deed.promised()) {
      return Ruling.notCheckable(CommitmentType.ACTION);
    }
    FamilyCalls family = family(deed.family());
    Calls.Call done = family.succeeded();
    if (done != null) {
      return against(commitment, deed, done, family, turn);
    }
    Calls.Call made = family.made();
    if (made != null) {
      return unfinished(deed, made, family, sameTurn);
    }
    return withoutCall(deed, family);
  }

  Calls calls() {
    return calls;
  }

  FamilyCalls family(String name) {
    FamilyCalls family = families.computeIfAbsent(name, FamilyCalls::new);
    family.update(calls.all());
    return family;
  }

  private static Ruling unfinished(
      Deed deed, Calls.Call made, FamilyCalls family, Set<Calls.Call> sameTurn) {
    String tool = made.name();
    boolean shown = shows(deed, family) && family.lastShown() > family.lastMade();
    if (made.state() == Calls.State.FAILED) {
      return shown
          ? Ruling.weak(tool, "The call of " + tool + " failed, but a record shows it as done.")
          : new Ruling(
              CommitmentVerdict.ACTION_FAILED,
              tool,
              "The agent said it was done, but the call of " + tool + " failed.");
    }
    return sameTurn.contains(made)
        ? new Ruling(
            CommitmentVerdict.PREMATURE,
            tool,
            "Said in the same breath as the call of " + tool + ".")
        : new Ruling(
            CommitmentVerdict.NOT_CHECKABLE,
            tool,
            "The result of " + tool + " is not in the conversation.");
  }

  /**
   * True where a record shows the state. What "I" did needs a call; a booking needs its number, as
   * there may be others.
   */
  private static boolean shows(Deed deed, FamilyCalls family) {
    if (family.showing() == null || deed.claim() == Claim.ACTIVE) {
      return false;
    }
    boolean named = deed.object() != null && family.shown().has(deed.object());
    boolean any = deed.object() == null && !isNew(deed);
    return named || any;
  }

  private static boolean isNew(Deed deed) {
    return deed.claim() == Claim.PASSIVE && deed.family().equals("BOOKED");
  }

  private Ruling withoutCall(Deed deed, FamilyCalls family) {
    Calls.Call showing = family.showing();
    if (showing != null && shows(deed, family)) {
      String reason = "The record that " + showing.name() + " gave shows it so.";
      return family.onDevice()
          ? Ruling.weak(showing.name(), reason)
          : new Ruling(CommitmentVerdict.GROUNDED, showing.name(), reason);
    }
    boolean told = deed.claim() != Claim.ACTIVE && toldByCustomer.contains(deed.family());
    boolean device = family.onDevice() && ON_DEVICE.contains(deed.family());
    if (device || told) {
      return Ruling.weak(null, "The customer did or reported it.");
    }
    Calls.Call vague = family.vague();
    if (vague != null) {
      return new Ruling(
          CommitmentVerdict.NOT_CHECKABLE,
          vague.name(),
          "The name of " + vague.name() + " does not tell whether it did this.");
    }
    boolean automatic =
        AUTOMATIC.contains(deed.family())
            && deed.claim() != Claim.ACTIVE
            && family(DeedFamilies.ANYTHING).succeeded() != null;
    if (automatic) {
      return Ruling.weak(null, "A system may have sent it after what was done.");
    }
    boolean elsewhere =
        deed.claim() != Claim.ACTIVE && calls.anyByCustomer() && ON_DEVICE.contains(deed.family());
    return deed.claim() == Claim.REPORT || elsewhere
        ? Ruling.notCheckable(CommitmentType.ACTION)
        : new Ruling(
            CommitmentVerdict.GHOST,
            null,
            "The agent said it was done, but no such call was made.");
  }

  private Ruling against(
      Commitment commitment, Deed deed, Calls.Call done, FamilyCalls family, Turn turn) {
    Ruling failed = justFailed(deed, family, turn);
    if (failed != null) {
      return failed;
    }
    Ruling object =
        deed.family().equals("UPGRADED") && deed.object() != null
            ? tier(deed.object(), done, turn.utterance().lexicon())
            : objects(deed, done, family);
    if (object != null) {
      return object;
    }
    Ruling amount = deed.amount() == null ? null : amount(commitment, deed, done, family, turn);
    return amount != null
        ? amount
        : new Ruling(
            CommitmentVerdict.GROUNDED, done.name(), "The call of " + done.name() + " succeeded.");
  }

  /**
   * What was done earlier was told then; a claim that names nothing is about the calls since the
   * agent last spoke. Null where these did not all fail, or where the agent owns up to it.
   */
  private @Nullable Ruling justFailed(Deed deed, FamilyCalls family, Turn turn) {
    boolean failed =
        deed.object() == null
            && deed.claim() != Claim.REPORT
            && family.lastFailed() >= callsAtLastWords
            && family.lastDone() < callsAtLastWords
            && !admits(turn.utterance());
    Calls.Call made = family.made();
    return !failed || made == null
        ? null
        : new Ruling(
            CommitmentVerdict.ACTION_FAILED,
            made.name(),
            "The agent said it was done, but the call of " + made.name() + " failed.");
  }

  private static boolean admits(Utterance utterance) {
    for (Token token : utterance.tokens()) {
      if (token.is(WordClass.NEGATOR)
          || token.is(WordClass.CONTRAST)
          || token.is(WordClass.REPAIR)) {
        return true;
      }
    }
    return false;
  }

  /** Null where every thing that was named was dealt with. */
  private @Nullable Ruling objects(Deed deed, Calls.Call done, FamilyCalls family) {
    if (deed.family().equals(DeedFamilies.ANYTHING)) {
      return null;
    }
    List<String> objects = new ArrayList<>(deed.also());
    if (deed.object() != null) {
      objects.addFirst(deed.object());
    }
    for (String object : objects) {
      if (family.done().has(object) || family.shown().has(object)) {
        continue;
      }
      if (family.failed().has(object)) {
        return new Ruling(
            CommitmentVerdict.ACTION_FAILED,
            done.name(),
            "The agent said it was done for " + object + ", but that call failed.");
      }
      if (family.done().hasKind(object) && !family(DeedFamilies.ANYTHING).done().has(object)) {
        return new Ruling(
            CommitmentVerdict.WRONG_OBJECT,
            done.name(),
            "The call of " + done.name() + " was for something else, not for " + object + ".");
      }
    }
    return null;
  }

  /** The class that the result names, else the one that was asked for, outranks the claim. */
  private static @Nullable Ruling tier(String said, Calls.Call done, Lexicon lexicon) {
    List<String> tiers = new ArrayList<>();
    CallLeaves.any(done.result(), text -> collect(text, lexicon, tiers));
    if (tiers.isEmpty()) {
      CallLeaves.any(done.arguments(), text -> collect(text, lexicon, tiers));
    }
    return tiers.isEmpty() || tiers.contains(said)
        ? null
        : new Ruling(
            CommitmentVerdict.CONTRADICTED,
            done.name() + " = " + tiers.getFirst(),
            "The agent said "
                + said
                + ", but "
                + done.name()
                + " says "
                + tiers.getFirst().replace('_', ' ')
                + ".");
  }

  /** Always false, so that all leaves are seen. */
  private static boolean collect(String text, Lexicon lexicon, List<String> tiers) {
    String plain = text.toLowerCase(Locale.ROOT).replace("class", "").strip();
    int cut = Math.max(plain.lastIndexOf('_'), plain.lastIndexOf(' ')) + 1;
    Word word = lexicon.find(plain, cut, plain.length());
    String code = word == null ? null : word.code(WordClass.CLASS);
    if (code != null && cut < plain.length()) {
      tiers.add(cut == 0 ? code : plain);
    }
    return false;
  }

  private @Nullable Ruling amount(
      Commitment commitment, Deed deed, Calls.Call done, FamilyCalls family, Turn turn) {
    Money said = deed.amount();
    if (said == null) {
      return null;
    }
    Set<Long> amounts = family.done().amounts();
    if (!amounts.isEmpty() && isAboutMoney(done.name())) {
      for (long reading : said.readings()) {
        if (amounts.contains(reading) || isSumOfTwo(reading, amounts)) {
          turn.ground(reading);
          return null;
        }
      }
      String recorded = Decimals.money(amounts.iterator().next());
      return new Ruling(
          CommitmentVerdict.CONTRADICTED,
          done.name() + " = " + recorded,
          "The agent said "
              + said.normalised()
              + ", but the call of "
              + done.name()
              + " was for "
              + recorded
              + ".");
    }
    Ruling ruling =
        money.judge(
            new Commitment(typeOf(deed), said, commitment.from(), commitment.end()), said, turn);
    CommitmentVerdict.Level level = ruling.verdict().level();
    boolean wrong =
        level == CommitmentVerdict.Level.ALERTED || level == CommitmentVerdict.Level.FLAGGED;
    return wrong ? ruling : null;
  }

  /** Two refunds may be told in one sum. */
  private static boolean isSumOfTwo(long sum, Set<Long> amounts) {
    return amounts.stream().anyMatch(one -> sum != 2 * one && amounts.contains(sum - one));
  }

  private static CommitmentType typeOf(Deed deed) {
    return switch (deed.family()) {
      case "CREDITED" -> CommitmentType.CREDIT;
      case "FEE_WAIVED" -> CommitmentType.FEE;
      default -> CommitmentType.REFUND;
    };
  }

  private static boolean isAboutMoney(String tool) {
    return tool.contains("refund")
        || tool.contains("credit")
        || tool.contains("waive")
        || tool.contains("rembours");
  }
}
