package dev.assay.core.check.commitment;

import dev.assay.core.check.commitment.Value.Deed;
import dev.assay.core.trace.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Holds a claimed deed against the calls of its verb family. */
final class DeedLadder {
  /** Stems of tool names by family; families overlap because tools do ("cancel" also refunds). */
  private static final Map<String, List<String>> STEMS =
      Map.of(
          "CANCELLED",
              List.of("cancel", "cancela", "annul", "storn", "void", "terminate", "delete"),
          "REFUNDED",
              List.of(
                  "refund",
                  "cancel",
                  "return",
                  "rembours",
                  "reembols",
                  "erstatt",
                  "rimbors",
                  "credit",
                  "modify",
                  "update",
                  "exchange",
                  "certificate",
                  "compensat"),
          "BOOKED",
              List.of(
                  "book", "reserv", "schedul", "create", "appoint", "agend", "buch", "prenot",
                  "termin", "order", "update", "modify", "change"),
          "UPGRADED", List.of("upgrade", "update", "modify", "change"),
          "CREDITED",
              List.of(
                  "credit",
                  "voucher",
                  "certificate",
                  "goodwill",
                  "adjust",
                  "gift",
                  "refund",
                  "compensat"),
          "EMAIL_SENT", List.of("mail", "send", "notif", "receipt", "message"),
          "ESCALATED", List.of("escal", "ticket", "case", "transfer", "handoff", "hand_off"),
          "FEE_WAIVED", List.of("waive", "credit", "adjust", "fee", "refund"));

  private final Calls calls;
  private final Map<String, Family> families = new HashMap<>();

  DeedLadder(Calls calls) {
    this.calls = calls;
  }

  Ruling judge(Deed deed, Set<Calls.Call> sameTurn) {
    if (calls.all().isEmpty()) {
      return Ruling.notCheckable(CommitmentType.ACTION);
    }
    List<String> stems = STEMS.getOrDefault(deed.family(), List.of());
    Family family = families.computeIfAbsent(deed.family(), name -> new Family(stems));
    family.update(calls.all());
    Calls.Call done = family.lastDone;
    if (done != null) {
      return against(deed, done, family.leaves);
    }
    Calls.Call last = family.last;
    if (last == null) {
      return new Ruling(
          CommitmentVerdict.GHOST, null, "The agent said it was done, but no such call was made.");
    }
    String tool = last.name();
    return switch (last.state()) {
      case FAILED ->
          ruling(
              CommitmentVerdict.ACTION_FAILED,
              tool,
              "The agent said it was done, but the call of " + tool + " failed.");
      case PENDING, SUCCEEDED ->
          sameTurn.contains(last)
              ? ruling(
                  CommitmentVerdict.PREMATURE,
                  tool,
                  "Said in the same breath as the call of " + tool + ".")
              : ruling(
                  CommitmentVerdict.NOT_CHECKABLE,
                  tool,
                  "The result of " + tool + " is not in the conversation.");
    };
  }

  private static Ruling ruling(CommitmentVerdict verdict, String nearest, String reason) {
    return new Ruling(verdict, nearest, reason);
  }

  private static Ruling against(Deed deed, Calls.Call done, Leaves leaves) {
    String tool = done.name();
    String object = deed.object();
    if (object != null && !leaves.allows(object)) {
      return ruling(
          CommitmentVerdict.WRONG_OBJECT,
          tool,
          "The call of " + tool + " was for something else, not for " + object + ".");
    }
    Value.Money amount = deed.amount();
    boolean single = leaves.amounts.size() == 1 && isAboutMoney(tool);
    if (amount != null
        && single
        && amount.readings().stream().noneMatch(leaves.amounts::contains)) {
      String recorded = Decimals.money(leaves.amounts.iterator().next());
      return ruling(
          CommitmentVerdict.CONTRADICTED,
          tool + " = " + recorded,
          "The agent said "
              + amount.normalised()
              + ", but the call of "
              + tool
              + " was for "
              + recorded
              + ".");
    }
    return ruling(CommitmentVerdict.GROUNDED, tool, "The call of " + tool + " succeeded.");
  }

  private static boolean isAboutMoney(String tool) {
    return tool.contains("refund")
        || tool.contains("credit")
        || tool.contains("waive")
        || tool.contains("rembours");
  }

  /** The calls of one verb family, each looked at once when it is made and once when answered. */
  private static final class Family {
    private final List<String> stems;
    private final List<Calls.Call> open = new ArrayList<>();
    private final Leaves leaves = new Leaves();
    private int scanned;
    private Calls.@Nullable Call last;
    private Calls.@Nullable Call lastDone;

    Family(List<String> stems) {
      this.stems = stems;
    }

    void update(List<Calls.Call> all) {
      for (; scanned < all.size(); scanned++) {
        Calls.Call call = all.get(scanned);
        if (!reads(call.name()) && stems.stream().anyMatch(call.name()::contains)) {
          open.add(call);
          last = call;
        }
      }
      for (Calls.Call call : open) {
        if (call.state() == Calls.State.SUCCEEDED) {
          leaves.add(call);
          lastDone = call;
        }
      }
      open.removeIf(call -> call.state() != Calls.State.PENDING);
    }

    private static boolean reads(String tool) {
      return tool.startsWith("get")
          || tool.startsWith("find")
          || tool.startsWith("list")
          || tool.startsWith("search")
          || tool.startsWith("check")
          || tool.startsWith("lookup");
    }
  }

  /** Identifiers and amounts in the arguments and results of some calls. */
  private static final class Leaves {
    private static final int DEEPEST = 64;

    private final Set<String> names = new HashSet<>();
    private final Set<Long> amounts = new HashSet<>();
    private final Keys keys = new Keys();
    private boolean identifiers;

    void add(Calls.Call call) {
      walk(call.arguments(), "", 0);
      Json result = call.result();
      if (result != null) {
        walk(result, "", 0);
      }
    }

    /** True as well when no identifier is known at all: then nothing speaks against it. */
    boolean allows(String object) {
      return !identifiers || names.contains(object.toUpperCase(Locale.ROOT));
    }

    private void walk(Json json, String key, int depth) {
      if (depth > DEEPEST) {
        return;
      }
      switch (json) {
        case Json.Obj(Map<String, Json> members) ->
            members.forEach((name, value) -> walk(value, name, depth + 1));
        case Json.Arr(List<Json> items) -> items.forEach(item -> walk(item, key, depth + 1));
        case Json.Text(String text) -> words(text);
        case Json.Num(BigDecimal number) -> amount(Decimals.of(number), key);
        case Json.Bool bool -> {}
        case Json.Null none -> {}
      }
    }

    private void amount(long amount, String key) {
      if (amount != Token.NONE && amount != 0 && keys.kind(key) == Keys.Kind.MONEY) {
        amounts.add(Math.abs(amount));
      }
    }

    private void words(String text) {
      StringTokenizer words = new StringTokenizer(text, " \t\n#,.;:()\"'");
      while (words.hasMoreTokens()) {
        String word = words.nextToken();
        names.add(word.toUpperCase(Locale.ROOT));
        identifiers |= word.length() >= 4 && word.chars().anyMatch(Character::isDigit);
      }
    }
  }
}
