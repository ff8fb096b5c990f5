package dev.assay.core.trace.redaction;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the name of a JSON member says about its value: {@code email}, {@code address1}, … */
public final class FieldHints {
  private static final Map<String, Kind> EXACT =
      Map.ofEntries(
          Map.entry("address", Kind.ADDRESS),
          Map.entry("address1", Kind.ADDRESS),
          Map.entry("address2", Kind.ADDRESS),
          Map.entry("addressline1", Kind.ADDRESS),
          Map.entry("addressline2", Kind.ADDRESS),
          Map.entry("street", Kind.ADDRESS),
          Map.entry("streetaddress", Kind.ADDRESS),
          Map.entry("shippingaddress", Kind.ADDRESS),
          Map.entry("billingaddress", Kind.ADDRESS),
          Map.entry("zip", Kind.ADDRESS),
          Map.entry("zipcode", Kind.ADDRESS),
          Map.entry("postalcode", Kind.ADDRESS),
          Map.entry("postcode", Kind.ADDRESS),
          Map.entry("plz", Kind.ADDRESS),
          Map.entry("mobile", Kind.PHONE),
          Map.entry("tel", Kind.PHONE),
          Map.entry("fax", Kind.PHONE),
          Map.entry("cell", Kind.PHONE),
          Map.entry("callerid", Kind.PHONE),
          Map.entry("msisdn", Kind.PHONE),
          Map.entry("iban", Kind.IBAN),
          Map.entry("cardnumber", Kind.CARD),
          Map.entry("creditcardnumber", Kind.CARD),
          Map.entry("pan", Kind.CARD),
          Map.entry("ssn", Kind.US_SSN),
          Map.entry("socialsecuritynumber", Kind.US_SSN),
          Map.entry("nino", Kind.UK_NINO),
          Map.entry("dni", Kind.ES_DNI),
          Map.entry("nie", Kind.ES_DNI),
          Map.entry("steuerid", Kind.DE_TAX_ID),
          Map.entry("nir", Kind.FR_NIR),
          Map.entry("codicefiscale", Kind.IT_CODICE_FISCALE),
          Map.entry("cpf", Kind.BR_CPF));

  private static final int LONGEST = 40;

  // An agent's tools have a few hundred field names; a sender that invents more fills no memory.
  private static final int MOST_REMEMBERED = 4_096;
  private static final Map<String, Optional<Kind>> REMEMBERED = new ConcurrentHashMap<>();

  private FieldHints() {}

  /** The kind that a value of this member is, whole; empty when the name says nothing. */
  public static Optional<Kind> kindOf(String fieldName) {
    if (fieldName.length() > LONGEST) {
      return Optional.empty();
    }
    Optional<Kind> remembered = REMEMBERED.get(fieldName);
    if (remembered != null) {
      return remembered;
    }
    Optional<Kind> kind = read(bare(fieldName));
    if (REMEMBERED.size() < MOST_REMEMBERED) {
      REMEMBERED.put(fieldName, kind);
    }
    return kind;
  }

  private static Optional<Kind> read(String name) {
    Kind exact = EXACT.get(name);
    if (exact != null) {
      return Optional.of(exact);
    }
    if (name.endsWith("email") || name.endsWith("emailaddress")) {
      return Optional.of(Kind.EMAIL);
    }
    boolean phone = name.endsWith("phone") || name.endsWith("phonenumber");
    return phone ? Optional.of(Kind.PHONE) : Optional.empty();
  }

  /** True when the value can be of that kind at all: a flag under "email" is no address. */
  public static boolean fits(Kind kind, String value) {
    return switch (kind) {
      case EMAIL -> value.indexOf('@') > 0;
      case ADDRESS -> value.chars().anyMatch(Character::isLetterOrDigit);
      case PHONE -> digits(value) >= 5;
      case CARD -> digits(value) >= 12;
      case IBAN, US_SSN, UK_NINO, ES_DNI, DE_TAX_ID, FR_NIR, IT_CODICE_FISCALE, BR_CPF ->
          digits(value) >= 4;
    };
  }

  /** The canonical form of a whole value, equal to that of the same value found in text. */
  public static String canonical(Kind kind, String value) {
    return switch (kind) {
      case EMAIL -> value.strip().toLowerCase(Locale.ROOT);
      case ADDRESS -> AddressRule.canonical(value).replace(" ", postal(value) ? "" : " ");
      case PHONE -> PhoneRule.canonical(onlyDigits(value));
      case CARD, US_SSN, DE_TAX_ID, BR_CPF -> onlyDigits(value);
      case IBAN, UK_NINO, ES_DNI, FR_NIR, IT_CODICE_FISCALE -> bare(value).toUpperCase(Locale.ROOT);
    };
  }

  private static boolean postal(String value) {
    return value.chars().noneMatch(Character::isLetter);
  }

  private static int digits(String value) {
    return (int) value.chars().filter(c -> c >= '0' && c <= '9').count();
  }

  private static String onlyDigits(String value) {
    StringBuilder out = new StringBuilder(value.length());
    value.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> out.append((char) c));
    return out.toString();
  }

  private static String bare(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        out.append(Words.lower(text.charAt(i)));
      }
    }
    return out.toString();
  }
}
