package dev.assay.local.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Parses expressions and remembers them: a program sends few different texts, each many times.
 * Thread safe.
 */
final class Expressions {
  /** Past this many different texts somebody builds values into expressions; then start over. */
  private static final int MAX_CACHED = 2_000;

  private final ConcurrentHashMap<String, Parsed<Condition>> conditions = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Parsed<Update>> updates = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Parsed<List<DocumentPath>>> projections =
      new ConcurrentHashMap<>();

  /** Parses a condition; {@code parameter} is its name in the request, for refusals. */
  Parsed<Condition> condition(String text, String parameter) {
    return cached(
        conditions, text, key -> parse(key, parameter, t -> new ConditionParser(t).parse()));
  }

  Parsed<Update> update(String text) {
    return cached(
        updates, text, key -> parse(key, "UpdateExpression", t -> new UpdateParser(t).parse()));
  }

  Parsed<List<DocumentPath>> projection(String text) {
    return cached(projections, text, key -> parse(key, "ProjectionExpression", Expressions::paths));
  }

  private static <T> Parsed<T> parse(
      String text, String parameter, Function<TokenReader, T> parser) {
    TokenReader tokens = new TokenReader(text, parameter);
    T expression = parser.apply(tokens);
    return new Parsed<>(expression, tokens.placeholders());
  }

  private static List<DocumentPath> paths(TokenReader tokens) {
    List<DocumentPath> paths = new ArrayList<>();
    do {
      paths.add(tokens.path());
    } while (tokens.takeSign(","));
    tokens.expectEnd();
    return List.copyOf(paths);
  }

  private static <T> T cached(
      ConcurrentHashMap<String, T> cache, String text, Function<String, T> parse) {
    T known = cache.get(text);
    if (known != null) {
      return known;
    }
    if (cache.size() >= MAX_CACHED) {
      cache.clear();
    }
    T parsed = parse.apply(text);
    cache.put(text, parsed);
    return parsed;
  }
}
