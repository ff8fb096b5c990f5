package dev.assay.core.judge;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The part of a prompt that comes after the conversation: what is asked, and in what form. */
final class Checklists {
  private Checklists() {}

  static void append(StringBuilder out, List<Rubric> rubrics, Controls controls) {
    for (Rubric rubric : rubrics) {
      appendRubric(out, rubric);
    }
    out.append(controls.checklist());
    appendForm(out, rubrics, controls);
  }

  private static void appendRubric(StringBuilder out, Rubric rubric) {
    out.append("Checklist \"").append(rubric.id()).append("\": ").append(rubric.question());
    out.append('\n').append(looksAt(rubric.looksAt()));
    for (Rubric.Item item : rubric.items()) {
      out.append("- ").append(item.id()).append(": ").append(item.question()).append('\n');
    }
    for (Rubric.Example example : rubric.examples()) {
      appendExample(out, example);
    }
    out.append('\n');
  }

  private static String looksAt(Rubric.LooksAt looksAt) {
    return switch (looksAt) {
      case TURN -> "It is about each of the agent's turns; one turn is enough to decide an item.\n";
      case CONVERSATION -> "";
      case TOOL_CALLS -> "It is about the agent's calls and their results alone.\n";
    };
  }

  private static void appendExample(StringBuilder out, Rubric.Example example) {
    out.append("Example:\n");
    Quoted.append(out, example.conversation());
    String separator = "Right answers: ";
    for (Map.Entry<String, Boolean> answer : new TreeMap<>(example.answers()).entrySet()) {
      out.append(separator).append(answer.getKey()).append(' ');
      out.append(answer.getValue() ? "yes" : "no");
      separator = ", ";
    }
    out.append(". ").append(example.why()).append('\n');
  }

  private static void appendForm(StringBuilder out, List<Rubric> rubrics, Controls controls) {
    out.append("Answer with one JSON object of this form:\n{");
    for (Rubric rubric : rubrics) {
      out.append('"').append(rubric.id()).append("\": {");
      appendItems(out, rubric);
      out.append("},\n ");
    }
    out.append(controls.form()).append("}\n");
  }

  private static void appendItems(StringBuilder out, Rubric rubric) {
    String separator = "";
    for (Rubric.Item item : rubric.items()) {
      out.append(separator).append('"').append(item.id());
      out.append("\": {\"reason\": \"...\", \"quote\": \"...\", \"answer\": \"yes\" or \"no\"}");
      separator = ",\n  ";
    }
  }
}
