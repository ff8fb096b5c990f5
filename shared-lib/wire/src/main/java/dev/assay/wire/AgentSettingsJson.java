package dev.assay.wire;

import dev.assay.core.check.AgentSettings;
import dev.assay.core.check.commitment.verdict.SilencedRule;
import dev.assay.core.ingest.Problem;
import dev.assay.core.trace.ContextDocument;
import dev.assay.core.trace.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings of an agent as stored: {@code {"evidence":[{"title","text"|"json"}],
 * "silence":["ACTION/ghost"]}}.
 */
public final class AgentSettingsJson {
  private static final int MOST_DOCUMENTS = 100;

  private AgentSettingsJson() {}

  /** The document of settings. */
  public static ObjectNode write(AgentSettings settings) {
    ObjectNode json = Mappers.JSON.createObjectNode();
    var evidence = json.putArray("evidence");
    for (ContextDocument document : settings.evidence()) {
      ObjectNode written = evidence.addObject();
      if (document.title() != null) {
        written.put("title", document.title());
      }
      if (document.json() != null) {
        written.set("json", JsonValues.treeOf(document.json()));
      } else {
        written.put("text", document.text());
      }
    }
    var silence = json.putArray("silence");
    settings.silenced().stream().map(SilencedRule::toString).sorted().forEach(silence::add);
    return json;
  }

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException naming each wrong field and what was expected
   */
  public static AgentSettings read(String document) {
    JsonNode tree;
    try {
      tree = Mappers.JSON.readTree(document);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("settings: expected a JSON object, got no JSON", e);
    }
    if (!tree.isObject()) {
      throw new IllegalArgumentException("settings: expected a JSON object");
    }
    List<Problem> problems = new ArrayList<>();
    Fields root = new Fields(tree, "", problems);
    AgentSettings settings = new AgentSettings(evidence(root), silenced(root));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          String.join("; ", problems.stream().map(Problem::toString).toList()));
    }
    return settings;
  }

  /** A document of a file: JSON where the text is an object or an array, else prose. */
  public static ContextDocument document(String title, String text) {
    Json json = JsonValues.ofText(text);
    return json instanceof Json.Obj || json instanceof Json.Arr
        ? new ContextDocument(null, title, "", json)
        : new ContextDocument(null, title, text, null);
  }

  private static List<ContextDocument> evidence(Fields root) {
    List<ContextDocument> documents = new ArrayList<>();
    for (Fields document : root.objects("evidence", MOST_DOCUMENTS)) {
      JsonNode json = document.get("json");
      documents.add(
          new ContextDocument(
              null,
              document.text("title"),
              document.text("text", ""),
              json == null ? null : JsonValues.of(json)));
    }
    return documents;
  }

  private static Set<SilencedRule> silenced(Fields root) {
    Set<SilencedRule> rules = new LinkedHashSet<>();
    JsonNode given = root.get("silence");
    if (given == null) {
      return rules;
    }
    if (!given.isArray()) {
      root.note("silence", "an array of rules such as ACTION/ghost", Fields.kind(given));
      return rules;
    }
    for (JsonNode rule : given) {
      try {
        rules.add(SilencedRule.parse(rule.isString() ? rule.stringValue() : rule.toString()));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("silence: " + e.getMessage(), e);
      }
    }
    return rules;
  }
}
