package dev.assay.core.judge.evidence;

import dev.assay.core.check.commitment.verdict.CommitmentVerdict;
import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.ContextDocument;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of things that nobody makes up rightly: order numbers, user ids, flight numbers. What the
 * agent says of them, held against all that it was told or shown before, the customer's words
 * included. The commitment check does not read them.
 */
final class Identifiers {
  static final String TYPE = "ID";

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]++(?:[_-][\\p{L}\\p{N}]++)*+");
  private static final int SHORTEST_MIXED = 4;

  /** Shorter numbers count, measure or date something. */
  private static final int SHORTEST_NUMBER = 5;

  private final Set<String> known = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  private Identifiers() {}

  /** Grounded or unsupported, one for each place, in the order of the trace. */
  static List<Finding> in(Trace trace) {
    Identifiers identifiers = new Identifiers();
    for (ContextDocument document : trace.context()) {
      identifiers.learn(document.text());
    }
    for (int i = 0; i < trace.steps().size(); i++) {
      switch (trace.steps().get(i)) {
        case Step.AgentTurn turn -> identifiers.hear(i, turn.text());
        case Step.ToolResult result when !result.seenByAgent() -> {}
        case Step.ToolResult _, Step.SystemPrompt _, Step.UserTurn _ ->
            identifiers.learn(trace.steps().get(i).text());
      }
    }
    return identifiers.findings;
  }

  private void learn(String text) {
    words(
        text,
        word -> {
          String all = word.group().toLowerCase(Locale.ROOT);
          known.add(all);
          for (String part : List.of(all.split("[_-]", -1))) {
            known.add(part);
          }
        });
  }

  private void hear(int message, String text) {
    words(
        text,
        word -> {
          if (isIdentifier(word.group())) {
            findings.add(finding(message, word));
          }
        });
  }

  private Finding finding(int message, Matcher word) {
    String normal = word.group().toLowerCase(Locale.ROOT);
    boolean told = known.contains(normal);
    CommitmentVerdict verdict = told ? CommitmentVerdict.GROUNDED : CommitmentVerdict.UNSUPPORTED;
    return new Finding(
        message,
        word.start(),
        word.end(),
        word.group(),
        TYPE,
        normal,
        verdict.wireName(),
        null,
        told ? "It stands in what came before." : "It stands in nothing that came before.");
  }

  private static void words(String text, Consumer<Matcher> use) {
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      use.accept(word);
    }
  }

  /** Letters and digits mixed, {@code HAT110}, but no {@code 24-hour}; or a long number. */
  private static boolean isIdentifier(String word) {
    int letters = 0;
    int digits = 0;
    boolean measure = true;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      letters += Character.isLetter(c) ? 1 : 0;
      digits += Character.isDigit(c) ? 1 : 0;
      measure &= letters == 0 || !Character.isDigit(c);
    }
    return letters == 0
        ? digits == word.length() && digits >= SHORTEST_NUMBER
        : digits > 0 && word.length() >= SHORTEST_MIXED && !measure;
  }
}
