package dev.assay.core.check.commitment.ledger;

import dev.assay.core.check.commitment.text.Lexicon;

/**
 * What the name of a JSON member says of the value under it. Tools use the same few names in every
 * conversation: each is read once for the process.
 *
 * @param topics of {@link Processes}, for a number of days
 * @param digit holds a digit, as what is a value rather than a name does
 * @param percentage a number under it is one of percent, whatever else it may be
 * @param minor its amounts are in cents
 * @param maybeMinor payment services send cents under it
 * @param place holds an address
 */
public record MemberName(
    String text,
    Keys.Kind kind,
    int topics,
    MemberRole role,
    boolean digit,
    boolean percentage,
    boolean minor,
    boolean maybeMinor,
    boolean place) {
  private static final KeyMemo<MemberName> KNOWN = new KeyMemo<>(MemberName::read);

  /** The name of what stands under none, such as a whole result. */
  public static final MemberName NONE = read("");

  public static MemberName of(String text) {
    return KNOWN.of(text);
  }

  private static MemberName read(String text) {
    Keys.Kind kind = Keys.classify(text);
    return new MemberName(
        text,
        kind,
        Processes.ofKey(text, Lexicon.of("en")),
        MemberRole.ofKey(text),
        holdsDigit(text),
        kind == Keys.Kind.PERCENT || text.equals("rate") || text.equals("discount"),
        MinorUnits.isKey(text),
        MinorUnits.mayBe(text),
        text.endsWith("ddress"));
  }

  private static boolean holdsDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  public boolean isMoney() {
    return kind == Keys.Kind.MONEY;
  }
}
