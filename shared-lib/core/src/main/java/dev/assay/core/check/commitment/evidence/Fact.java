package dev.assay.core.check.commitment.evidence;

import dev.assay.core.check.commitment.value.Value;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One value that the conversation shows, and where.
 *
 * @param name of the tool or document
 * @param key the member that holds the value; empty in prose
 * @param currency ISO code; null where nobody said
 * @param loose the currency was only "$"
 * @param shown for people to read
 * @param owner whose value it is; null where nobody can be named
 */
public record Fact(
    Source source,
    int message,
    String name,
    String key,
    @Nullable String currency,
    boolean loose,
    Value.Bound bound,
    Supplier<String> shown,
    @Nullable Owner owner) {

  /** The value as it is told to people: worked out when asked, which is seldom. */
  public String value() {
    return shown.get();
  }

  /** Facts are compared by what they show, however that is worked out. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Fact fact
            && source == fact.source
            && message == fact.message
            && owner == fact.owner
            && loose == fact.loose
            && bound == fact.bound
            && name.equals(fact.name)
            && key.equals(fact.key)
            && Objects.equals(currency, fact.currency)
            && value().equals(fact.value()));
  }

  @Override
  public int hashCode() {
    return Objects.hash(source, message, name, key);
  }

  /** Where a fact comes from, strongest first. */
  public enum Source {
    RESULT,
    POLICY,
    CONTEXT,
    /** Given by the agent to a call that succeeded and said nothing else. */
    ARGUMENT,
    /** The customer's own words: grounds what the customer decides, never a price. */
    USER,
    /** A result the agent could not see. */
    UNSEEN,
    /** The text of a failed call. */
    ERROR;

    /** True where the agent may rely on it for what the merchant decides. */
    public boolean proves() {
      return this == RESULT || this == POLICY || this == CONTEXT || this == ARGUMENT;
    }
  }

  /** {@code get_cart.total = USD 249.99}. */
  public String label() {
    String seen = source == Source.UNSEEN ? " (not seen by the agent)" : "";
    return name + (key.isEmpty() ? "" : "." + key) + " = " + value() + seen;
  }

  /** For a sentence: "get_cart", "the policy". */
  public String where() {
    return switch (source) {
      case RESULT, UNSEEN -> name + (key.isEmpty() ? "" : " (" + key + ")");
      case POLICY -> "the policy";
      case CONTEXT -> "the document " + name;
      case ARGUMENT -> "the call of " + name;
      case USER -> "the customer";
      case ERROR -> "the error of " + name;
    };
  }

  /**
   * True where two facts answer the same question about their owners: the same key, or two prices
   * of one map; sentences compare with sentences of the same text only.
   */
  public boolean isOfSlot(Fact other) {
    Owner a = owner;
    Owner b = other.owner;
    if (a == null || b == null || isProse(a) != isProse(b)) {
      return false;
    }
    if (isProse(a)) {
      return a.message() == b.message() && name.equals(other.name);
    }
    if (a.kind() == Owner.Kind.ENTRY || b.kind() == Owner.Kind.ENTRY) {
      return a.kind() == b.kind() && a.role().equals(b.role());
    }
    return key.equals(other.key);
  }

  private static boolean isProse(Owner owner) {
    return owner.kind() == Owner.Kind.CLAUSE || owner.kind() == Owner.Kind.SENTENCE;
  }
}
