package dev.assay.testkit.judge;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every way in which a line may be read that hides its words. */
final class Decodings {
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{16,}={0,2}");
  private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2} ?){10,}");
  private static final Pattern BINARY = Pattern.compile("[01]{8}(?: [01]{8}){5,}");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u\\{([0-9a-f]+)}");
  private static final Pattern ENTITY = Pattern.compile("&#(\\d+);");
  private static final Pattern SPACED = Pattern.compile("\\b(?:\\w[ .\\-]){3,}\\w\\b");
  private static final String LEET = "0123457@$";
  private static final String LEET_LETTERS = "oizeastas";
  private static final String ALIKE = "аеорсухіѕјԁԛɑοенкмтвАЕОРСУХІ";
  private static final String ALIKE_LETTERS = "aeopcyxisjdqaoehkmtbAEOPCYXI";

  private static final List<UnaryOperator<String>> WAYS =
      List.of(
          Decodings::withoutHidden,
          line -> decoded(line, BASE64, Decodings::base64),
          line -> decoded(line, HEX, Decodings::hex),
          line -> decoded(line, BINARY, Decodings::binary),
          line -> decoded(line, ENTITY, Decodings::entity),
          line -> decoded(line, SPACED, spaced -> spaced.replaceAll("[ .\\-]", "")),
          Decodings::rot13,
          line -> new StringBuilder(line).reverse().toString(),
          line -> mapped(line, LEET, LEET_LETTERS),
          line -> mapped(line, ALIKE, ALIKE_LETTERS),
          line -> Normalizer.normalize(line, Normalizer.Form.NFKC),
          Decodings::percent);

  private Decodings() {}

  /** The readings that differ from the line itself. */
  static List<String> of(String line) {
    List<String> readings = new ArrayList<>();
    for (UnaryOperator<String> way : WAYS) {
      String reading = way.apply(line);
      if (!reading.equals(line)) {
        readings.add(reading);
      }
    }
    return readings;
  }

  private static String decoded(String line, Pattern pattern, UnaryOperator<String> decoder) {
    return pattern
        .matcher(line)
        .replaceAll(m -> Matcher.quoteReplacement(decoder.apply(m.group())));
  }

  /** What is shown as an escape goes; letters of the tag block become what they stand for. */
  private static String withoutHidden(String line) {
    return ESCAPE
        .matcher(line)
        .replaceAll(m -> {
          int c = Integer.parseInt(m.group(1), 16) - 0xE0000;
          return c >= ' ' && c < 0x7F ? Matcher.quoteReplacement(Character.toString(c)) : "";
        });
  }

  private static String base64(String token) {
    try {
      return new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return token;
    }
  }

  private static String hex(String token) {
    return new String(HexFormat.of().parseHex(token.replace(" ", "")), StandardCharsets.UTF_8);
  }

  private static String binary(String token) {
    StringBuilder out = new StringBuilder();
    for (String eight : token.split(" ", -1)) {
      out.append((char) Integer.parseInt(eight, 2));
    }
    return out.toString();
  }

  private static String entity(String token) {
    return Character.toString(Integer.parseInt(token.substring(2, token.length() - 1)));
  }

  private static String rot13(String line) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean small = c >= 'a' && c <= 'z';
      boolean capital = c >= 'A' && c <= 'Z';
      char first = small ? 'a' : 'A';
      out.append(small || capital ? (char) (first + (c - first + 13) % 26) : c);
    }
    return out.toString();
  }

  private static String mapped(String line, String from, String to) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      int at = from.indexOf(c);
      out.append(at < 0 ? c : to.charAt(at));
    }
    return out.toString();
  }

  private static String percent(String line) {
    try {
      return line.contains("%20") ? URLDecoder.decode(line, StandardCharsets.UTF_8) : line;
    } catch (IllegalArgumentException e) {
      return line;
    }
  }
}
