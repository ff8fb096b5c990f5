package dev.assay.local.dynamodb;

import dev.assay.local.dynamodb.Condition.And;
import dev.assay.local.dynamodb.Condition.BeginsWith;
import dev.assay.local.dynamodb.Condition.Between;
import dev.assay.local.dynamodb.Condition.Comparator;
import dev.assay.local.dynamodb.Condition.Compare;
import dev.assay.local.dynamodb.Condition.Contains;
import dev.assay.local.dynamodb.Condition.Exists;
import dev.assay.local.dynamodb.Condition.HasType;
import dev.assay.local.dynamodb.Condition.In;
import dev.assay.local.dynamodb.Condition.Not;
import dev.assay.local.dynamodb.Condition.Or;
import dev.assay.local.dynamodb.Lexer.Kind;
import dev.assay.local.dynamodb.Lexer.Token;
import dev.assay.local.dynamodb.Operand.At;
import dev.assay.local.dynamodb.Operand.Given;
import dev.assay.local.dynamodb.Operand.SizeOf;
import java.util.ArrayList;
import java.util.List;

/** Recursive descent over DynamoDB's condition grammar: OR binds loosest, then AND, then NOT. */
final class ConditionParser {
  private static final int MAX_IN = 100;

  private final TokenReader tokens;

  ConditionParser(TokenReader tokens) {
    this.tokens = tokens;
  }

  Condition parse() {
    Condition condition = or();
    tokens.expectEnd();
    return condition;
  }

  private Condition or() {
    Condition condition = and();
    while (tokens.takeWord("OR")) {
      condition = new Or(condition, and());
    }
    return condition;
  }

  private Condition and() {
    Condition condition = not();
    while (tokens.takeWord("AND")) {
      condition = new And(condition, not());
    }
    return condition;
  }

  private Condition not() {
    return tokens.takeWord("NOT") ? new Not(not()) : primary();
  }

  private Condition primary() {
    if (tokens.takeSign("(")) {
      Condition inner = or();
      tokens.expectSign(")");
      return inner;
    }
    Token token = tokens.peek();
    if (token.kind() == Kind.WORD
        && tokens.peekNext().isSign("(")
        && !token.text().equals("size")) {
      return function(token.text());
    }
    return comparison();
  }

  private Condition function(String name) {
    tokens.next();
    tokens.expectSign("(");
    Condition condition =
        switch (name) {
          case "attribute_exists" -> new Exists(tokens.path(), true);
          case "attribute_not_exists" -> new Exists(tokens.path(), false);
          case "attribute_type" -> new HasType(pathAndComma(), operand());
          case "begins_with" -> new BeginsWith(operandAndComma(), operand());
          case "contains" -> new Contains(operandAndComma(), operand());
          default -> throw tokens.refusal("Invalid function name; function: " + name);
        };
    tokens.expectSign(")");
    return condition;
  }

  private DocumentPath pathAndComma() {
    DocumentPath path = tokens.path();
    tokens.expectSign(",");
    return path;
  }

  private Operand operandAndComma() {
    Operand operand = operand();
    tokens.expectSign(",");
    return operand;
  }

  private Condition comparison() {
    Operand left = operand();
    if (tokens.takeWord("BETWEEN")) {
      Operand low = operand();
      tokens.expectWord("AND");
      return new Between(left, low, operand());
    }
    if (tokens.takeWord("IN")) {
      return in(left);
    }
    for (Comparator comparator : Comparator.values()) {
      if (tokens.takeSign(comparator.sign())) {
        return new Compare(comparator, left, operand());
      }
    }
    throw tokens.unexpected();
  }

  private Condition in(Operand left) {
    tokens.expectSign("(");
    List<Operand> candidates = new ArrayList<>();
    do {
      candidates.add(operand());
    } while (tokens.takeSign(","));
    tokens.expectSign(")");
    if (candidates.size() > MAX_IN) {
      throw tokens.refusal(
          "The IN operator is provided with too many operands; number of operands: "
              + candidates.size());
    }
    return new In(left, candidates);
  }

  private Operand operand() {
    Token token = tokens.peek();
    if (token.kind() == Kind.VALUE_PLACEHOLDER) {
      return new Given(tokens.valuePlaceholder());
    }
    if (token.kind() == Kind.WORD && token.text().equals("size") && tokens.peekNext().isSign("(")) {
      tokens.next();
      tokens.expectSign("(");
      Operand of = operand();
      tokens.expectSign(")");
      return new SizeOf(of);
    }
    return new At(tokens.path());
  }
}
