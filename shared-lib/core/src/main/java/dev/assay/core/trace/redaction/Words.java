package dev.assay.core.trace.redaction;

import org.jspecify.annotations.Nullable;

/**
 * The words that hint at personal data, in English, Spanish, German, French, Italian and
 * Portuguese, in a hash table that is asked without creating a string.
 */
final class Words {
  /** A digit or a small number as people spell out telephone numbers; its value is in the entry. */
  static final int DIGIT = 1;

  /** A telephone number follows. */
  static final int PHONE = 1 << 1;

  /** Some number follows: a cue that a word of {@link #OTHER_ID} takes away. */
  static final int NUMBER = 1 << 2;

  /** What follows is the id of an order, an item, a flight: never a telephone number. */
  static final int OTHER_ID = 1 << 3;

  /** A national id follows. */
  static final int NATIONAL = 1 << 4;

  /** A postal code follows. */
  static final int POSTAL = 1 << 5;

  /** Spoken "@". */
  static final int AT = 1 << 6;

  /** Street word behind the name: "Chestnut Street". */
  static final int STREET_BEHIND = 1 << 7;

  /** Street word that needs a capital letter to be one: "Drive", "Way". */
  static final int STREET_CAPITAL = 1 << 8;

  /** Street word before the name, number last: "Calle Mayor 12". */
  static final int STREET_FIRST = 1 << 9;

  /** Street word behind the number: "12 rue de la Paix". */
  static final int STREET_FRENCH = 1 << 10;

  /** "double", "triple": the next digit is said once for several. */
  static final int TIMES = 1 << 11;

  private static final int SIZE = 2048;
  private static final int LONGEST = 20;
  private static final @Nullable Entry[] TABLE = new @Nullable Entry[SIZE];

  /** What a word hints at; {@code text} is what a digit word stands for. */
  record Entry(String word, int flags, String text) {}

  static {
    digits("zero one two three four five six seven eight nine", 0);
    digit("oh", "0");
    digits("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10);
    tens("twenty thirty forty fifty sixty seventy eighty ninety");
    digits("cero uno dos tres cuatro cinco seis siete ocho nueve", 0);
    digits("diez once doce trece catorce quince", 10);
    tens("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa");
    digits("null eins zwei drei vier fünf sechs sieben acht neun", 0);
    digit("zwo", "2");
    digits("zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn", 10);
    tens("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig");
    digits("zéro un deux trois quatre cinq six sept huit neuf", 0);
    digits("dix onze douze treize quatorze quinze seize", 10);
    tens("vingt trente quarante cinquante soixante septante huitante nonante");
    digits("zero uno due tre quattro cinque sei sette otto nove", 0);
    digits("zero um dois três quatro cinco seis sete oito nove", 0);
    digit("meia", "6");
    add(TIMES, "double triple doble triplo doppel doppelt dreimal");
    add(
        PHONE,
        "phone phones telephone mobile cell cellphone tel fax whatsapp call reach text ring dial"
            + " phone_number phonenumber phone_no teléfono telefono telefónico móvil movil celular"
            + " llamar llame llama llámame llámeme telefon telefonnummer handy handynummer"
            + " mobilnummer mobil rufnummer rückrufnummer festnetz anrufen erreichbar erreichen"
            + " téléphone telephone appelez appeler joindre rappeler rappelez telefone"
            + " cellulare telemóvel ligar chiamami chiamare callback");
    add(NUMBER, "number numéro número nummer numero");
    add(
        OTHER_ID,
        "order orders reservation booking confirmation ticket flight item items product tracking"
            + " invoice serial model reference ref case id ids sku user account customer payment"
            + " pedido reserva factura vuelo bestellung bestellnummer auftrag auftragsnummer"
            + " buchung buchungsnummer kundennummer rechnung rechnungsnummer artikelnummer"
            + " vorgangsnummer commande réservation facture dossier vol ordine prenotazione fattura"
            + " encomenda order_id item_id item_ids user_id product_id");
    add(NATIONAL, "ssn social cpf");
    add(POSTAL, "zip zipcode zip_code postcode postal postal_code plz postleitzahl cap cep");
    add(AT, "at arroba arobase chiocciola klammeraffe ät");
    add(STREET_BEHIND, "street avenue road lane boulevard blvd");
    add(
        STREET_CAPITAL,
        "st ave rd dr drive ln way court ct place pl square sq terrace parkway pkwy circle cir"
            + " highway hwy trail crescent close gardens row");
    add(
        STREET_FIRST,
        "calle avenida avda paseo plaza carrer ronda rambla via viale piazza corso largo rua"
            + " travessa praça");
    add(
        STREET_FRENCH,
        "rue avenue boulevard chemin allée allee impasse quai place route cours square");
  }

  private Words() {}

  private static void digits(String words, int first) {
    int value = first;
    for (String word : words.split(" ", -1)) {
      digit(word, String.valueOf(value));
      value++;
    }
  }

  private static void tens(String words) {
    int value = 20;
    for (String word : words.split(" ", -1)) {
      digit(word, String.valueOf(value));
      value += 10;
    }
  }

  private static void digit(String word, String text) {
    put(word, DIGIT, text);
  }

  private static void add(int flag, String words) {
    for (String word : words.split(" ", -1)) {
      put(word, flag, "");
    }
  }

  private static void put(String word, int flags, String text) {
    int slot = slot(hash(word), word);
    Entry known = TABLE[slot];
    TABLE[slot] =
        known == null
            ? new Entry(word, flags, text)
            : new Entry(word, known.flags | flags, text.isEmpty() ? known.text : text);
  }

  private static int slot(int hash, String word) {
    int slot = hash & (SIZE - 1);
    for (Entry entry = TABLE[slot]; entry != null; entry = TABLE[slot]) {
      if (entry.word.equals(word)) {
        return slot;
      }
      slot = (slot + 1) & (SIZE - 1);
    }
    return slot;
  }

  private static int hash(String word) {
    int hash = 0;
    for (int i = 0; i < word.length(); i++) {
      hash = mix(hash, word.charAt(i));
    }
    return spread(hash);
  }

  /** One step of the hash that {@link #find} takes, over lower-case characters. */
  static int mix(int hash, char lower) {
    return hash * 31 + lower;
  }

  private static int spread(int hash) {
    return hash ^ (hash >>> 15);
  }

  static char lower(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return Character.toLowerCase(c);
  }

  /** The entry for a span of text, any case, whose characters' {@link #mix} is known. */
  static @Nullable Entry find(String text, int start, int end, int mixed) {
    if (end - start > LONGEST) {
      return null;
    }
    int slot = spread(mixed) & (SIZE - 1);
    for (Entry entry = TABLE[slot]; entry != null; entry = TABLE[slot]) {
      if (same(entry.word, text, start, end)) {
        return entry;
      }
      slot = (slot + 1) & (SIZE - 1);
    }
    return null;
  }

  private static boolean same(String word, String text, int start, int end) {
    if (word.length() != end - start) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != lower(text.charAt(start + i))) {
        return false;
      }
    }
    return true;
  }
}
