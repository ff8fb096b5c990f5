package dev.assay.local.dynamodb;

import dev.assay.local.dynamodb.DocumentPath.Name;
import dev.assay.local.dynamodb.DocumentPath.Position;
import dev.assay.local.dynamodb.DocumentPath.Step;
import dev.assay.local.dynamodb.Lexer.Kind;
import dev.assay.local.dynamodb.Lexer.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A cursor over an expression's tokens with what all expressions share: paths and placeholders. */
final class TokenReader {
  private static final int MAX_BYTES = 4096;

  private final String parameter;
  private final List<Token> tokens;
  private final Set<String> placeholders = new HashSet<>();
  private int at;

  TokenReader(String text, String parameter) {
    this.parameter = parameter;
    if (Utf8.length(text) > MAX_BYTES) {
      throw ServiceError.validation(
          "Invalid "
              + parameter
              + ": Expression size has exceeded the maximum allowed size of 4096 bytes");
    }
    this.tokens = Lexer.tokens(text, parameter);
    if (tokens.size() == 1) {
      throw ServiceError.validation("Invalid " + parameter + ": The expression can not be empty;");
    }
  }

  Token peek() {
    return tokens.get(at);
  }

  Token peekNext() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  Token next() {
    Token token = tokens.get(at);
    if (token.kind() != Kind.END) {
      at++;
    }
    return token;
  }

  boolean takeSign(String sign) {
    if (peek().isSign(sign)) {
      at++;
      return true;
    }
    return false;
  }

  boolean takeWord(String word) {
    if (peek().isWord(word)) {
      at++;
      return true;
    }
    return false;
  }

  void expectSign(String sign) {
    if (!takeSign(sign)) {
      throw unexpected();
    }
  }

  void expectWord(String word) {
    if (!takeWord(word)) {
      throw unexpected();
    }
  }

  void expectEnd() {
    if (peek().kind() != Kind.END) {
      throw unexpected();
    }
  }

  /** The {@code #} and {@code :} placeholders read so far. */
  Set<String> placeholders() {
    return placeholders;
  }

  String valuePlaceholder() {
    if (peek().kind() != Kind.VALUE_PLACEHOLDER) {
      throw unexpected();
    }
    String placeholder = next().text();
    placeholders.add(placeholder);
    return placeholder;
  }

  DocumentPath path() {
    List<Step> steps = new ArrayList<>(2);
    steps.add(name());
    while (true) {
      if (takeSign(".")) {
        steps.add(name());
      } else if (takeSign("[")) {
        steps.add(position());
      } else {
        return new DocumentPath(steps);
      }
    }
  }

  private Name name() {
    Token token = peek();
    if (token.kind() == Kind.NAME_PLACEHOLDER) {
      placeholders.add(token.text());
    } else if (token.kind() != Kind.WORD) {
      throw unexpected();
    } else if (ReservedWords.contains(token.text())) {
      throw ServiceError.validation(
          "Invalid "
              + parameter
              + ": Attribute name is a reserved keyword; reserved keyword: "
              + token.text());
    }
    return new Name(next().text());
  }

  private Position position() {
    if (peek().kind() != Kind.NUMBER || peek().text().length() > 9) {
      throw unexpected();
    }
    try {
      Position position = new Position(Integer.parseInt(next().text()));
      expectSign("]");
      return position;
    } catch (NumberFormatException e) {
      throw unexpected();
    }
  }

  ServiceError unexpected() {
    return ServiceError.validation(
        "Invalid " + parameter + ": Syntax error; token: \"" + peek().text() + "\"");
  }

  ServiceError refusal(String what) {
    return ServiceError.validation("Invalid " + parameter + ": " + what);
  }
}
