package dev.assay.local.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts an expression into words, placeholders, numbers and signs. */
final class Lexer {

  /** What a token is; {@code END} closes every list of tokens. */
  enum Kind {
    WORD,
    NAME_PLACEHOLDER,
    VALUE_PLACEHOLDER,
    NUMBER,
    SIGN,
    END
  }

  /** A token with its text as written. */
  record Token(Kind kind, String text) {
    boolean isSign(String sign) {
      return kind == Kind.SIGN && text.equals(sign);
    }

    /** Keywords are read in any case, as DynamoDB does. */
    boolean isWord(String word) {
      return kind == Kind.WORD && text.toUpperCase(Locale.ROOT).equals(word);
    }
  }

  private final String text;
  private final String parameter;
  private int at;

  private Lexer(String text, String parameter) {
    this.text = text;
    this.parameter = parameter;
  }

  /** The tokens of an expression; {@code parameter} names it in refusals. */
  static List<Token> tokens(String text, String parameter) {
    return new Lexer(text, parameter).all();
  }

  private List<Token> all() {
    List<Token> tokens = new ArrayList<>();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else {
        tokens.add(next(c));
      }
    }
    tokens.add(new Token(Kind.END, "<EOF>"));
    return tokens;
  }

  private Token next(char c) {
    if (c == '#') {
      return word(Kind.NAME_PLACEHOLDER, 1);
    }
    if (c == ':') {
      return word(Kind.VALUE_PLACEHOLDER, 1);
    }
    if (Character.isDigit(c)) {
      return word(Kind.NUMBER, 0);
    }
    if (isWordPart(c)) {
      return word(Kind.WORD, 0);
    }
    return sign(c);
  }

  private Token word(Kind kind, int prefix) {
    int start = at;
    at += prefix;
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    if (at == start + prefix && prefix > 0) {
      throw refusal(text.substring(start, at));
    }
    return new Token(kind, text.substring(start, at));
  }

  private Token sign(char c) {
    for (String sign : List.of("<>", "<=", ">=")) {
      if (text.startsWith(sign, at)) {
        at += 2;
        return new Token(Kind.SIGN, sign);
      }
    }
    if ("()[],.=<>+-".indexOf(c) < 0) {
      throw refusal(String.valueOf(c));
    }
    at++;
    return new Token(Kind.SIGN, String.valueOf(c));
  }

  private ServiceError refusal(String token) {
    return ServiceError.validation(
        "Invalid "
            + parameter
            + ": Syntax error; token: \""
            + token
            + "\", near: \""
            + text
            + "\"");
  }

  private static boolean isWordPart(char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
