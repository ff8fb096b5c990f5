package dev.assay.local.dynamodb;

import dev.assay.local.dynamodb.Lexer.Kind;
import dev.assay.local.dynamodb.Lexer.Token;
import dev.assay.local.dynamodb.Update.Action;
import dev.assay.local.dynamodb.Update.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** Reads SET, REMOVE, ADD and DELETE clauses, each at most once. */
final class UpdateParser {
  private final TokenReader tokens;
  private final List<Action> actions = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  UpdateParser(TokenReader tokens) {
    this.tokens = tokens;
  }

  Update parse() {
    do {
      clause();
    } while (tokens.peek().kind() != Kind.END);
    return new Update(actions);
  }

  private void clause() {
    Token token = tokens.peek();
    String keyword = token.text().toUpperCase(Locale.ROOT);
    Supplier<Action> action =
        switch (token.kind() == Kind.WORD ? keyword : "") {
          case "SET" -> this::set;
          case "REMOVE" -> () -> new Update.Remove(tokens.path());
          case "ADD" -> () -> new Update.Add(tokens.path(), tokens.valuePlaceholder());
          case "DELETE" -> () -> new Update.Delete(tokens.path(), tokens.valuePlaceholder());
          default -> throw tokens.unexpected();
        };
    if (!seen.add(keyword)) {
      throw tokens.refusal(
          "The \"" + keyword + "\" section can only be used once in an update expression;");
    }
    tokens.next();
    do {
      actions.add(action.get());
    } while (tokens.takeSign(","));
  }

  private Action set() {
    DocumentPath path = tokens.path();
    tokens.expectSign("=");
    Term left = term();
    if (tokens.takeSign("+")) {
      return new Update.Set(path, new Update.Sum(left, term(), false));
    }
    if (tokens.takeSign("-")) {
      return new Update.Set(path, new Update.Sum(left, term(), true));
    }
    return new Update.Set(path, left);
  }

  private Term term() {
    Token token = tokens.peek();
    if (token.kind() == Kind.VALUE_PLACEHOLDER) {
      return new Update.Given(tokens.valuePlaceholder());
    }
    if (token.kind() == Kind.WORD && tokens.peekNext().isSign("(")) {
      return function(token.text());
    }
    if (tokens.takeSign("(")) {
      Term inner = term();
      tokens.expectSign(")");
      return inner;
    }
    return new Update.At(tokens.path());
  }

  private Term function(String name) {
    tokens.next();
    tokens.expectSign("(");
    Term term =
        switch (name) {
          case "if_not_exists" -> {
            DocumentPath path = tokens.path();
            tokens.expectSign(",");
            yield new Update.IfNotExists(path, term());
          }
          case "list_append" -> {
            Term first = term();
            tokens.expectSign(",");
            yield new Update.ListAppend(first, term());
          }
          default -> throw tokens.refusal("Invalid function name; function: " + name);
        };
    tokens.expectSign(")");
    return term;
  }
}
