package dev.assay.cli.demo;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Invented people. Everything has the form of the real thing, check digits included, so that
 * redaction has something to find; telephone numbers and mail domains are those set aside for
 * fiction and documentation.
 */
final class PersonalData {
  private final String country;
  private final RandomGenerator random;

  PersonalData(Locale locale, RandomGenerator random) {
    this.country = locale.getCountry();
    this.random = random;
  }

  String person() {
    return switch (country) {
      case "DE", "AT", "CH" ->
          pick("Jana", "Uwe", "Katrin", "Mehmet", "Birgit", "Lukas", "Svenja", "Holger", "Annika")
              + " "
              + pick("Brandt", "Yıldız", "Köhler", "Sommer", "Petersen", "Weiß", "Lindner", "Vogt");
      case "ES", "MX" ->
          pick("Lucía", "Álvaro", "Carmen", "Iker", "Marta", "Javier", "Noelia", "Sergio", "Inés")
              + " "
              + pick("Ferrer", "Ortega", "Ibáñez", "Campos", "Nieto", "Vidal", "Pascual", "Rueda");
      case "FR", "BE" ->
          pick("Camille", "Julien", "Amélie", "Karim", "Sophie", "Bastien", "Nadia", "Étienne")
              + " "
              + pick("Lambert", "Moreau", "Besson", "Haddad", "Chevalier", "Rousseau", "Perrin");
      case "US" ->
          pick("Marcus", "Dana", "Teresa", "Kevin", "Alicia", "Jordan", "Priscilla", "Wade", "Mei")
              + " "
              + pick("Holloway", "Nguyen", "Castillo", "Brennan", "Okafor", "Whitfield", "Ruiz");
      default ->
          pick("Imogen", "Callum", "Priya", "Gareth", "Fiona", "Tunde", "Rhys", "Harriet", "Asha")
              + " "
              + pick("Pemberton", "Shah", "Lowe", "MacLeod", "Adeyemi", "Hartley", "Griffiths");
    };
  }

  String email(String person) {
    String plain =
        Normalizer.normalize(person.replace("ß", "ss").replace('ı', 'i'), Normalizer.Form.NFD);
    String box = plain.replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).replace(' ', '.');
    return box
        + (random.nextInt(3) == 0 ? digits(2) : "")
        + "@"
        + pick("example.com", "example.org", "example.net");
  }

  String phone() {
    return switch (country) {
      case "DE", "AT", "CH" -> "0171 39200" + digits(2);
      case "ES", "MX" -> "612 34" + digits(1) + " " + digits(3);
      case "FR", "BE" -> "06 39 98 " + digits(2) + " " + digits(2);
      case "US" -> "(" + pick("212", "312", "415", "737") + ") 555-01" + digits(2);
      default -> "07700 900" + digits(3);
    };
  }

  /** Sixteen digits in groups of four that pass Luhn's check. */
  String card() {
    String body = "4" + digits(14);
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      int digit = (body.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += digit > 9 ? digit - 9 : digit;
    }
    return (body + (10 - sum % 10) % 10).replaceAll("(.{4})(?!$)", "$1 ");
  }

  /** An IBAN with valid check digits (ISO 13616: mod 97). */
  String iban() {
    String land = country.equals("US") ? "GB" : country;
    String account =
        switch (land) {
          case "ES", "MX" -> digits(20);
          case "FR", "BE" -> digits(23);
          case "CH" -> digits(17);
          case "GB" -> "MIDL" + digits(14);
          default -> digits(18);
        };
    var numeric = new StringBuilder();
    String rearranged = account + land + "00";
    for (int i = 0; i < rearranged.length(); i++) {
      numeric.append(Character.digit(rearranged.charAt(i), 36));
    }
    int check = 98 - new BigInteger(numeric.toString()).mod(BigInteger.valueOf(97)).intValue();
    String iban = land + String.format(Locale.ROOT, "%02d", check) + account;
    return iban.replaceAll("(.{4})(?!$)", "$1 ");
  }

  /** A national number: NINO, SSN, DNI, NIR or tax id. */
  String national() {
    return switch (country) {
      case "DE", "AT", "CH" -> taxId();
      case "ES", "MX" -> dni();
      case "FR", "BE" -> nir();
      case "US" ->
          "5" + digits(2).replace('0', '4') + "-" + (10 + random.nextInt(89)) + "-2" + digits(3);
      default -> "AB " + digits(2) + " " + digits(2) + " " + digits(2) + " C";
    };
  }

  private String dni() {
    int number = 10_000_000 + random.nextInt(80_000_000);
    return number + "" + "TRWAGMYFPDXBNJZSQVHLCKE".charAt(number % 23);
  }

  private String nir() {
    String body =
        pick("1", "2")
            + (50 + random.nextInt(49))
            + "0"
            + (1 + random.nextInt(9))
            + "75"
            + "1"
            + digits(2)
            + "0"
            + digits(2);
    long key = 97 - Long.parseLong(body) % 97;
    return body + String.format(Locale.ROOT, "%02d", key);
  }

  /**
   * Eleven digits: exactly one of the first ten occurs twice; the last follows ISO 7064 mod 11, 10.
   */
  private String taxId() {
    String ten = "1023456789".substring(0, 9) + "7";
    String rotated = ten.charAt(0) + swapSome(ten.substring(1));
    int product = 10;
    for (int i = 0; i < rotated.length(); i++) {
      int sum = (rotated.charAt(i) - '0' + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return rotated + (11 - product == 10 ? 0 : 11 - product);
  }

  private String swapSome(String digits) {
    var mixed = new StringBuilder(digits);
    for (int i = mixed.length() - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      char c = mixed.charAt(i);
      mixed.setCharAt(i, mixed.charAt(other));
      mixed.setCharAt(other, c);
    }
    return mixed.toString();
  }

  String city() {
    return switch (country) {
      case "DE", "AT", "CH" -> pick("Kassel", "Rostock", "Bamberg", "Münster", "Görlitz");
      case "ES", "MX" -> pick("Zaragoza", "Almería", "Gijón", "Murcia", "Salamanca");
      case "FR", "BE" -> pick("Nantes", "Angers", "Dijon", "Pau", "Besançon");
      case "US" -> pick("Austin", "Toledo", "Boise", "Savannah", "Tacoma");
      default -> pick("Norwich", "Dundee", "Swansea", "Leeds", "Exeter");
    };
  }

  String address() {
    int house = 2 + random.nextInt(140);
    return switch (country) {
      case "DE", "AT", "CH" ->
          pick("Lindenstraße", "Am Mühlbach", "Goethestraße", "Hafenweg")
              + " "
              + house
              + ", 3"
              + digits(4)
              + " "
              + city();
      case "ES", "MX" ->
          "calle "
              + pick("Mayor", "del Carmen", "San Roque", "Doctor Fleming")
              + " "
              + house
              + ", 3"
              + digits(4)
              + " "
              + city();
      case "FR", "BE" ->
          house
              + " rue "
              + pick("des Lilas", "Victor Hugo", "de la Gare", "Pasteur")
              + ", 4"
              + digits(4)
              + " "
              + city();
      case "US" ->
          house
              + "1 "
              + pick("Maple Avenue", "Cedar Lane", "Westfield Drive", "Grant Street")
              + ", "
              + city()
              + " 4"
              + digits(4);
      default ->
          house
              + " "
              + pick("Station Road", "Mill Lane", "Orchard Close", "Albert Street")
              + ", "
              + city()
              + " "
              + pick("NR2 1QT", "LS6 3BN", "EX4 6PD", "SA1 5LR");
    };
  }

  String digits(int count) {
    var digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }

  private String pick(String... from) {
    return List.of(from).get(random.nextInt(from.length));
  }
}
