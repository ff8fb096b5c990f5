package dev.assay.core.trace;

import dev.assay.core.trace.redaction.FieldHints;
import dev.assay.core.trace.redaction.Finder;
import dev.assay.core.trace.redaction.Kind;
import dev.assay.core.trace.redaction.Match;
import dev.assay.core.trace.redaction.Placeholder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Replaces personal data by typed placeholders before anything is stored. Equal values become equal
 * placeholders within a conversation, however they were spelled, so that what an agent says can
 * still be compared with what its tools returned; in another conversation, or under another key,
 * the same value has another placeholder. Redacting twice changes nothing. Safe for several
 * threads; a {@link Scope} belongs to one.
 */
public final class Redaction {
  private static final String ALGORITHM = "HmacSHA256";

  private static final int MOST_ROUNDS = 8;

  private final Rules rules;
  private final SecretKeySpec key;

  /**
   * Creates a redaction.
   *
   * @param key secret of at least one byte; whoever holds it can test guesses against placeholders
   */
  public Redaction(Rules rules, byte[] key) {
    this.rules = rules;
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** What to look for; the part of the policy document about personal data. */
  public record Rules(Set<Kind> on) {
    /** Every kind; the default. */
    public static final Rules ALL = new Rules(EnumSet.allOf(Kind.class));

    public Rules {
      EnumSet<Kind> copy = EnumSet.noneOf(Kind.class);
      copy.addAll(on);
      on = Collections.unmodifiableSet(copy);
    }

    /**
     * Every kind but those named, by their wire names.
     *
     * @throws IllegalArgumentException for a name that no kind has
     */
    public static Rules without(List<String> wireNames) {
      EnumSet<Kind> on = EnumSet.allOf(Kind.class);
      for (String name : wireNames) {
        on.remove(
            Kind.ofWireName(name)
                .orElseThrow(
                    () -> new IllegalArgumentException("no kind of personal data: " + name)));
      }
      return new Rules(on);
    }
  }

  /** The redaction of one conversation; pieces and redeliveries of it agree. */
  public Scope scope(String conversationId) {
    return new Scope(conversationId);
  }

  /** Redacts the strings of one conversation. For one thread at a time. */
  public final class Scope {
    private final byte[] prefix;
    private final Map<String, String> known = new HashMap<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private @Nullable Mac mac;

    private Scope(String conversationId) {
      prefix = (conversationId + "\0").getBytes(StandardCharsets.UTF_8);
    }

    /** The text with placeholders; the same instance when there is nothing to replace. */
    public String redact(String text) {
      if (isOneWord(text)) {
        return text;
      }
      String redacted = text;
      for (int round = 0; round < MOST_ROUNDS; round++) {
        List<Match> matches = Finder.find(redacted, rules.on());
        if (matches.isEmpty()) {
          return redacted;
        }
        // Once more: what stood glued to a value may be a value itself, now that it stands free.
        redacted = replace(redacted, matches);
      }
      return redacted;
    }

    /** Letters alone, as most names and codes are: every kind has a digit, an @ or a space. */
    private static boolean isOneWord(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (!Character.isLetter(c) && c != '_' && c != '-') {
          return false;
        }
      }
      return true;
    }

    private String replace(String text, List<Match> matches) {
      StringBuilder out = new StringBuilder(text.length() + 16);
      int from = 0;
      for (Match match : matches) {
        out.append(text, from, match.start()).append(placeholder(match.kind(), match.canonical()));
        from = match.end();
      }
      return out.append(text, from, text.length()).toString();
    }

    /**
     * The value of a JSON member, replaced whole where its name says what it is ({@code email},
     * {@code phone}, {@code address1}, {@code zip}, …), else like any text.
     */
    public String redactField(String fieldName, String value) {
      Optional<Kind> hint = FieldHints.kindOf(fieldName);
      boolean whole =
          hint.isPresent()
              && rules.on().contains(hint.get())
              && FieldHints.fits(hint.get(), value)
              && !Placeholder.isIn(value);
      return whole
          ? placeholder(hint.get(), FieldHints.canonical(hint.get(), value))
          : redact(value);
    }

    /** How many values were replaced so far, by kind; kinds without any are absent. */
    public Map<Kind, Integer> counts() {
      return Collections.unmodifiableMap(counts);
    }

    private String placeholder(Kind kind, String canonical) {
      counts.merge(kind, 1, Integer::sum);
      return known.computeIfAbsent(
          kind.name() + ' ' + canonical, _ -> Placeholder.of(kind, hex(canonical)));
    }

    private String hex(String canonical) {
      Mac own = mac;
      if (own == null) {
        own = newMac();
        mac = own;
      }
      own.update(prefix);
      byte[] digest = own.doFinal(canonical.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 3);
    }
  }

  private Mac newMac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
