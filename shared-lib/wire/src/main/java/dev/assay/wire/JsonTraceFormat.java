package dev.assay.wire;

import dev.assay.core.ingest.Problem;
import dev.assay.core.ingest.Reading;
import dev.assay.core.ingest.TraceFormat;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Trace;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The trace contract as JSON. The stored form is the sender's object with its unknown fields, after
 * redaction and with the detected locale. Safe for use by several threads.
 */
public final class JsonTraceFormat implements TraceFormat {
  private final InstantSource clock;
  private final Function<String, Censor> censors;
  private final LocaleGuess localeGuess;

  /** Guesses the language of what a customer said; empty string when unsure. */
  @FunctionalInterface
  public interface LocaleGuess {
    /** Guesses nothing. */
    LocaleGuess NONE = words -> "";

    String guess(String words);
  }

  /**
   * Makes a format.
   *
   * @param censors the censor of a conversation id
   */
  public JsonTraceFormat(
      InstantSource clock, Function<String, Censor> censors, LocaleGuess localeGuess) {
    this.clock = clock;
    this.censors = censors;
    this.localeGuess = localeGuess;
  }

  /** Reads as ingest does, but changes no text: for files on a user's own disk. */
  public static JsonTraceFormat verbatim(InstantSource clock) {
    return new JsonTraceFormat(clock, conversation -> Censor.NONE, LocaleGuess.NONE);
  }

  @Override
  public Reading read(Bytes body) {
    if (body.length() > Mappers.MAX_BODY_BYTES) {
      return refused("", "at most 64 MiB", body.length() + " bytes");
    }
    JsonNode tree;
    try {
      tree = Mappers.JSON.readTree(body.array());
    } catch (JacksonException e) {
      return refused("", "a JSON object", "no JSON" + position(e));
    }
    return tree instanceof ObjectNode object
        ? accept(object)
        : refused("", "a JSON object", Fields.kind(tree));
  }

  private Reading accept(ObjectNode tree) {
    String conversation = tree.path("conversation_id").asString(tree.path("trace_id").asString(""));
    new TreeCensor(censors.apply(conversation)).censor(tree);
    return finish(tree);
  }

  private Reading finish(ObjectNode tree) {
    List<Problem> problems = new ArrayList<>();
    Trace trace = TraceReader.read(tree, clock.instant(), problems);
    if (trace == null) {
      return new Reading.Refused(problems);
    }
    if (trace.locale() == null && trace.piece() == null) {
      trace = withGuessedLocale(tree, trace);
    }
    return new Reading.Accepted(trace, Bytes.of(Mappers.JSON.writeValueAsBytes(tree)));
  }

  private Trace withGuessedLocale(ObjectNode tree, Trace trace) {
    String guess = localeGuess.guess(CustomerWords.of(trace));
    if (guess.isEmpty()) {
      return trace;
    }
    tree.put("locale", guess);
    return trace.withLocale(guess);
  }

  @Override
  public Reading join(List<Bytes> pieces) {
    List<ObjectNode> trees = new ArrayList<>();
    for (Bytes piece : pieces) {
      trees.add((ObjectNode) Mappers.JSON.readTree(piece.array()));
    }
    return finish(PieceJoin.join(trees));
  }

  @Override
  public Trace restore(Bytes stored) {
    List<Problem> problems = new ArrayList<>();
    Trace trace =
        TraceReader.read(tree(stored), Instant.MAX.minus(TraceReader.MAX_AHEAD), problems);
    if (trace == null) {
      throw new IllegalArgumentException("no stored trace: " + problems);
    }
    return trace;
  }

  private static JsonNode tree(Bytes stored) {
    try {
      return Mappers.JSON.readTree(stored.array());
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no stored trace: not JSON", e);
    }
  }

  private static Reading refused(String field, String expected, String got) {
    return new Reading.Refused(List.of(new Problem(field, expected, got)));
  }

  private static String position(JacksonException e) {
    TokenStreamLocation location = e.getLocation();
    return location == null || location.getLineNr() < 0
        ? ""
        : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
  }
}
