package dev.assay.core.check.commitment;

import dev.assay.core.check.commitment.Value.Deed;
import dev.assay.core.trace.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  DeedLadder(Calls calls) {
    this.calls = calls;
  }

  Ruling judge(Deed deed, Set<Calls.Call> sameTurn) {
    List<Calls.Call> family = family(deed.family());
    if (calls.all().isEmpty()) {
      return Ruling.notCheckable(CommitmentType.ACTION);
    }
    if (family.isEmpty()) {
      return new Ruling(
          CommitmentVerdict.GHOST, null, "The agent said it was done, but no such call was made.");
    }
    List<Calls.Call> done =
        family.stream().filter(call -> call.state() == Calls.State.SUCCEEDED).toList();
    if (!done.isEmpty()) {
      return among(deed, done);
    }
    Calls.Call last = family.getLast();
    if (last.state() == Calls.State.FAILED) {
      return new Ruling(
          CommitmentVerdict.ACTION_FAILED,
          last.name(),
          "The agent said it was done, but the call of " + last.name() + " failed.");
    }
    return sameTurn.contains(last)
        ? new Ruling(
            CommitmentVerdict.PREMATURE,
            last.name(),
            "Said in the same breath as the call of " + last.name() + ".")
        : new Ruling(
            CommitmentVerdict.NOT_CHECKABLE,
            last.name(),
            "The result of " + last.name() + " is not in the conversation.");
  }

  private List<Calls.Call> family(String family) {
    List<String> stems = STEMS.getOrDefault(family, List.of());
    List<Calls.Call> matching = new ArrayList<>();
    for (Calls.Call call : calls.all()) {
      boolean reads =
          call.name().startsWith("get")
              || call.name().startsWith("find")
              || call.name().startsWith("list")
              || call.name().startsWith("search")
              || call.name().startsWith("check")
              || call.name().startsWith("lookup");
      if (!reads && stems.stream().anyMatch(call.name()::contains)) {
        matching.add(call);
      }
    }
    return matching;
  }

  private static Ruling among(Deed deed, List<Calls.Call> done) {
    Calls.Call last = done.getLast();
    Leaves leaves = new Leaves();
    done.forEach(leaves::add);
    String object = deed.object();
    if (object != null && !leaves.names(object)) {
      return new Ruling(
          CommitmentVerdict.WRONG_OBJECT,
          last.name(),
          "The call of " + last.name() + " was for something else, not for " + object + ".");
    }
    Value.Money amount = deed.amount();
    boolean single = leaves.amounts.size() == 1 && isAboutMoney(last.name());
    if (amount != null
        && single
        && amount.readings().stream().noneMatch(leaves.amounts::contains)) {
      long recorded = leaves.amounts.iterator().next();
      return new Ruling(
          CommitmentVerdict.CONTRADICTED,
          last.name() + " = " + Decimals.money(recorded),
          "The agent said "
              + amount.normalised()
              + ", but the call of "
              + last.name()
              + " was for "
              + Decimals.money(recorded)
              + ".");
    }
    return new Ruling(
        CommitmentVerdict.GROUNDED, last.name(), "The call of " + last.name() + " succeeded.");
  }

  private static boolean isAboutMoney(String tool) {
    return tool.contains("refund")
        || tool.contains("credit")
        || tool.contains("waive")
        || tool.contains("rembours");
  }

  /** Identifiers and amounts in the arguments and results of some calls. */
  private static final class Leaves {
    private final Set<String> names = new HashSet<>();
    private final Set<Long> amounts = new HashSet<>();
    private final Keys keys = new Keys();

    void add(Calls.Call call) {
      walk(call.arguments(), "");
      Json result = call.result();
      if (result != null) {
        walk(result, "");
      }
    }

    /** True as well when no identifier is known at all: then nothing speaks against it. */
    boolean names(String object) {
      return names.stream().noneMatch(Leaves::isIdentifier)
          || names.stream().anyMatch(name -> name.contains(object) || object.contains(name));
    }

    private static boolean isIdentifier(String name) {
      return name.length() >= 4
          && name.chars().anyMatch(Character::isDigit)
          && name.indexOf(' ') < 0;
    }

    private void walk(@Nullable Json json, String key) {
      switch (json) {
        case null -> {}
        case Json.Obj(Map<String, Json> members) ->
            members.forEach((name, value) -> walk(value, name));
        case Json.Arr(List<Json> items) -> items.forEach(item -> walk(item, key));
        case Json.Text(String text) -> names.add(text);
        case Json.Num number -> {
          long amount = Decimals.of(number.value());
          if (amount != Token.NONE && amount != 0 && keys.kind(key) == Keys.Kind.MONEY) {
            amounts.add(Math.abs(amount));
          }
        }
        case Json.Bool bool -> {}
        case Json.Null none -> {}
      }
    }
  }
}
