package dev.assay.core.check.commitment.evidence;

import dev.assay.core.check.commitment.evidence.ResultReader.Origin;
import dev.assay.core.check.commitment.ledger.Keys;
import dev.assay.core.check.commitment.ledger.MemberName;
import dev.assay.core.check.commitment.ledger.MemberRole;
import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.trace.Json;
import java.math.BigDecimal;

/**
 * Gives every object of a JSON document its owner, named by the short texts in it. An object of
 * texts only ("options", "address") tells about what encloses it and has no owner of its own. One
 * per trace; not for several threads.
 */
final class OwnerNames {
  private static final int LONGEST = 80;
  private static final int FEWEST_ENTRIES = 3;

  /** The role of an item when the result itself is the list. */
  private static final String LIST = "item";

  private final Owners owners;

  OwnerNames(Owners owners) {
    this.owners = owners;
  }

  /** The place of a result, named by what the call asked for. */
  Origin root(Origin origin, Json arguments) {
    Owner root = fresh(origin, Owner.Kind.OBJECT, origin.name());
    if (arguments instanceof Json.Obj asked) {
      texts(asked, root);
      root.identify(asked.hashCode());
    }
    return origin.in(root);
  }

  /** The place of what is read under {@code name}: its own owner where it is an entity. */
  Origin enter(Json value, MemberName name, boolean entry, Origin origin) {
    return switch (value) {
      case Json.Obj object -> object(object, name, entry, origin);
      case Json.Arr array -> origin;
      case Json.Num number -> entry ? entry(name, origin) : origin;
      case Json.Text text -> entry ? entry(name, origin) : origin;
      case Json.Bool bool -> origin;
      case Json.Null none -> origin;
    };
  }

  /** The place of one item of a list that stands under {@code key}. */
  Origin item(Json value, MemberName key, Origin origin) {
    return switch (value) {
      case Json.Obj object -> {
        Owner owner = fresh(origin, Owner.Kind.OBJECT, key.text().isEmpty() ? LIST : key.text());
        texts(object, owner);
        yield origin.in(owner);
      }
      case Json.Arr array -> origin.in(fresh(origin, Owner.Kind.OBJECT, key.text()));
      case Json.Num number -> origin;
      case Json.Text text -> origin;
      case Json.Bool bool -> origin;
      case Json.Null none -> origin;
    };
  }

  /** True where the members are entries of a map, such as {@code {"economy": 120}}, not fields. */
  static boolean isMap(Json.Obj object, MemberName key) {
    if (key.isMoney()) {
      return true;
    }
    if (object.members().size() < FEWEST_ENTRIES) {
      return false;
    }
    for (Json member : object.members().values()) {
      if (!(member instanceof Json.Obj)) {
        return false;
      }
    }
    return true;
  }

  private Origin object(Json.Obj object, MemberName name, boolean entry, Origin origin) {
    boolean named = entry || name.digit();
    Owner enclosing = origin.owner();
    if (!named && enclosing != null && !name.text().isEmpty() && isBag(object)) {
      if (!name.place()) {
        texts(object, enclosing);
      }
      return origin;
    }
    Owner owner = fresh(origin, Owner.Kind.OBJECT, named ? role(origin) : name.text());
    if (named) {
      owner.name(name.text());
      owner.identify(name.text().hashCode());
    }
    texts(object, owner);
    return origin.in(owner);
  }

  private Origin entry(MemberName name, Origin origin) {
    if (name.kind() != Keys.Kind.OTHER) {
      return origin;
    }
    Owner owner = fresh(origin, Owner.Kind.ENTRY, role(origin));
    owner.name(name.text());
    owner.identify(name.text().hashCode());
    return origin.in(owner);
  }

  /** An entry has the role of its map. */
  private static String role(Origin origin) {
    Owner map = origin.owner();
    return map == null ? "" : map.role();
  }

  private Owner fresh(Origin origin, Owner.Kind kind, String role) {
    Owner owner = new Owner(origin.owner(), kind, role, origin.message());
    owners.add(owner);
    return owner;
  }

  /** Only words and no times: attributes of what encloses them. */
  private static boolean isBag(Json.Obj object) {
    for (Json member : object.members().values()) {
      boolean plain =
          switch (member) {
            case Json.Text(String text) -> !isTime(text);
            case Json.Bool bool -> true;
            case Json.Null none -> true;
            case Json.Num number -> false;
            case Json.Arr array -> false;
            case Json.Obj inner -> false;
          };
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  private static void texts(Json.Obj object, Owner owner) {
    object.members().forEach((key, value) -> name(owner, key, value));
  }

  private static void name(Owner owner, String key, Json value) {
    boolean plain = value instanceof Json.Text || value instanceof Json.Num;
    MemberRole role = plain ? MemberName.of(key).role() : MemberRole.NAMELESS;
    String text = role == MemberRole.NAMELESS ? "" : text(value, role);
    if (!text.isEmpty()) {
      owner.name(text);
      if (role == MemberRole.IDENTITY) {
        owner.identify(key.hashCode() * 31 + text.hashCode());
      }
    }
  }

  /** Empty for what names nothing. */
  private static String text(Json value, MemberRole role) {
    return switch (value) {
      case Json.Text(String text) -> text.length() > LONGEST || isTime(text) ? "" : text;
      case Json.Num(BigDecimal number) ->
          role == MemberRole.IDENTITY && Decimals.isShortWhole(number)
              ? number.toPlainString()
              : "";
      case Json.Obj object -> "";
      case Json.Arr array -> "";
      case Json.Bool bool -> "";
      case Json.Null none -> "";
    };
  }

  /** "2026-03-03", "14:30": dates and times are values, not names. */
  private static boolean isTime(String text) {
    if (text.indexOf(':') < 0 && text.indexOf('-') < 0) {
      return false;
    }
    int dashes = 0;
    for (int i = 1; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      boolean between =
          Character.isDigit(text.charAt(i - 1)) && Character.isDigit(text.charAt(i + 1));
      if (between && c == ':') {
        return true;
      }
      dashes += between && c == '-' ? 1 : 0;
    }
    return dashes == 2 && text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
  }
}
