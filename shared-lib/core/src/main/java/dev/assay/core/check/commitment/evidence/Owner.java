package dev.assay.core.check.commitment.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose a recorded value is: an object of a tool result, one entry of a map, or a sentence of a
 * policy. Its names are the short texts that tell it from its neighbours ("HAT136", "economy", "Pro
 * plan"); what encloses it is its parent. Filled while the evidence is read, then only asked.
 */
public final class Owner {
  /** Values and children kept; an owner of more tells nothing about a single value. */
  private static final int MOST_KEPT = 256;

  private static final int MOST_NAMES = 24;

  private final @Nullable Owner parent;
  private final Kind kind;
  private final String role;
  private final int message;
  private List<String> names = List.of();
  private List<Held> held = List.of();
  private List<Owner> children = List.of();
  private List<Owners.Term> terms = List.of();
  private Set<String> words = Set.of();
  private int identity;
  private @Nullable Object visitor;

  /** What an owner is made from. */
  public enum Kind {
    /** An object or list of a document, or the result as a whole. */
    OBJECT,
    /** One member of a map, such as "economy" among prices. */
    ENTRY,
    SENTENCE,
    CLAUSE
  }

  /**
   * A value that an owner has.
   *
   * @param value ten-thousandths of money or percent, or a date, time or moment
   * @param share a percentage
   */
  public record Held(Comparable<?> value, Fact fact, boolean share) {}

  /**
   * @param role the member under which the owner stands: "items", "prices"; empty for a root
   * @param message the step that showed it
   */
  Owner(@Nullable Owner parent, Kind kind, String role, int message) {
    this.parent = parent;
    this.kind = kind;
    this.role = role;
    this.message = message;
    if (parent != null) {
      parent.adopt(this);
    }
  }

  /** The owner of a part of a text. */
  Owner(@Nullable Owner parent, ProseOwners.Part part, int message) {
    this(parent, part.kind(), "", message);
    this.names = List.of(part.text());
    this.words = part.words();
  }

  private void adopt(Owner child) {
    if (children.isEmpty()) {
      children = new ArrayList<>(4);
    }
    if (children.size() < MOST_KEPT) {
      children.add(child);
    }
  }

  void name(String name) {
    if (names.isEmpty()) {
      names = new ArrayList<>(4);
    }
    if (names.size() < MOST_NAMES) {
      names.add(name);
    }
  }

  /** Adds what stays the same when the same thing is shown again: an id, a code, a map key. */
  void identify(int hash) {
    identity = identity * 31 + hash;
  }

  void hold(Comparable<?> value, Fact fact, boolean share) {
    if (held.isEmpty()) {
      held = new ArrayList<>(2);
    }
    if (held.size() < MOST_KEPT) {
      held.add(new Held(value, fact, share));
    }
  }

  /** Set once, when the names are indexed. */
  void terms(List<Owners.Term> indexed) {
    terms = indexed;
  }

  /** True for the first visit of several by the same visitor, unless another came in between. */
  @SuppressWarnings("ReferenceEquality") // who visits is told by who it is, not by what it holds
  public boolean visit(Object by) {
    boolean first = visitor != by;
    visitor = by;
    return first;
  }

  public Kind kind() {
    return kind;
  }

  public @Nullable Owner parent() {
    return parent;
  }

  public String role() {
    return role;
  }

  public int message() {
    return message;
  }

  /** The same whenever the same thing is shown; 0 where nothing identifies it. */
  int identity() {
    return identity;
  }

  List<String> names() {
    return names;
  }

  /** What is directly its own, in the order it was shown. */
  public List<Held> held() {
    return held;
  }

  public List<Owner> children() {
    return children;
  }

  /** True for the other itself and everything in it. */
  public boolean isWithin(Owner other) {
    for (Owner at = this; at != null; at = at.parent) {
      if (at == other) {
        return true;
      }
    }
    return false;
  }

  /**
   * True where a term names this owner or what encloses it. A word of a sentence does not name a
   * clause when it stands in another clause with a value of its own: "Basic $19, Pro $49". An entry
   * must be named in full: "economy" is not "basic_economy".
   *
   * @param said every term that was said nearby
   */
  public boolean bears(Owners.Term term, Set<Owners.Term> said) {
    for (Owner at = this; at != null; at = at.parent) {
      if (at.isNamed(term) && (at.kind != Kind.ENTRY || said.containsAll(at.terms))) {
        return at == this || at.kind != Kind.SENTENCE || !at.isOfAnotherClause(term);
      }
    }
    return false;
  }

  private boolean isNamed(Owners.Term term) {
    return words.isEmpty() ? terms.contains(term) : words.contains(term.word());
  }

  private boolean isOfAnotherClause(Owners.Term term) {
    for (Owner child : children) {
      if (child.isNamed(term)) {
        return true;
      }
    }
    return false;
  }

  /**
   * How many levels above this one a term names what encloses it: 0 for the owner's own name; -1
   * where it names none of them. Terms are known once {@link Owners#named} was asked.
   */
  public int distance(Owners.Term term) {
    int level = 0;
    for (Owner at = this; at != null; at = at.parent) {
      if (at.isNamed(term)) {
        return level;
      }
      level++;
    }
    return -1;
  }

  /** For people: its first names, else its role. */
  String label() {
    return names.isEmpty() ? role : names.getFirst();
  }
}
