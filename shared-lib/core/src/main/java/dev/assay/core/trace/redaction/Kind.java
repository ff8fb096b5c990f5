package dev.assay.core.trace.redaction;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A kind of personal data; each can be switched on and off by its {@link #wireName()}. */
public enum Kind {
  EMAIL,
  /** Telephone numbers, typed and spoken digit by digit. */
  PHONE,
  /** Payment card numbers: issuer range and Luhn digit. */
  CARD,
  IBAN,
  /** House number and street, the unit behind them, and postal codes with a cue. */
  ADDRESS,
  US_SSN,
  UK_NINO,
  /** Spanish DNI and NIE, with their check letter. */
  ES_DNI,
  /** German tax identification number, with its check digit. */
  DE_TAX_ID,
  /** French social security number, with its key. */
  FR_NIR,
  /** Italian codice fiscale, with its check letter. */
  IT_CODICE_FISCALE,
  /** Brazilian CPF, with its check digits. */
  BR_CPF;

  /** The name in policy documents; never changes. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that wire name; empty when there is none. */
  public static Optional<Kind> ofWireName(String name) {
    return Arrays.stream(values()).filter(kind -> kind.wireName().equals(name)).findFirst();
  }
}
