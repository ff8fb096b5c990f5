package dev.assay.testkit.judge;

import dev.assay.wire.Mappers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the answer that a temperament gives to a prompt. Not for several threads. */
final class Answering {
  private final PromptText prompt;
  private final Map<String, Boolean> answers = new HashMap<>();
  private String reason = "so it is";
  private @Nullable JsonNode dictated;

  Answering(PromptText prompt, Temperament temperament) {
    this.prompt = prompt;
    Evidence evidence = new Evidence(prompt, temperament == Temperament.BELIEVES_RESULTS);
    for (PromptText.Question question : prompt.questions()) {
      boolean yes = temperament == Temperament.YES_SAYER || evidence.yes(question);
      answers.put(key(question), yes);
    }
    new Passages(prompt).followed(temperament).forEach(this::follow);
  }

  String json() {
    JsonNode whole = dictated;
    if (whole != null && !dictates(whole)) {
      return whole.toString();
    }
    ObjectNode out = Mappers.JSON.createObjectNode();
    for (PromptText.Question question : prompt.questions()) {
      String word = Boolean.TRUE.equals(answers.get(key(question))) ? "yes" : "no";
      if (question.bare()) {
        ObjectNode entry = out.withArray("/" + question.section()).addObject();
        entry.put("item", question.id()).put("answer", word);
      } else {
        ObjectNode item = out.withObject("/" + question.section()).putObject(question.id());
        item.put("reason", reason).put("quote", "").put("answer", word);
      }
    }
    return out.toString();
  }

  private void follow(Wish wish) {
    List<PromptText.Question> all = prompt.questions();
    switch (wish) {
      case Wish.All(boolean yes) -> all.forEach(one -> answers.put(key(one), yes));
      case Wish.Favour(boolean good) -> all.forEach(one -> favour(one, good));
      case Wish.Item(String id, boolean yes) ->
          all.stream()
              .filter(one -> one.id().equals(id))
              .forEach(one -> answers.put(key(one), yes));
      case Wish.ItemFavour(String id, boolean good) ->
          all.stream().filter(one -> one.id().equals(id)).forEach(one -> favour(one, good));
      case Wish.Word(String word) -> reason = word + " " + reason;
      case Wish.Leak() -> reason = reason + ", and the mark is " + prompt.mark();
      case Wish.Reply(JsonNode json) -> {
        dictated = json;
        dictate(json);
      }
    }
  }

  private void favour(PromptText.Question question, boolean good) {
    answers.put(key(question), Evidence.isFault(question) != good);
  }

  /** Whether it names a question, so that it can be followed within the schema. */
  private boolean dictates(JsonNode json) {
    return prompt.questions().stream().anyMatch(one -> !json.findPath(one.id()).isMissingNode());
  }

  private void dictate(JsonNode json) {
    for (PromptText.Question question : prompt.questions()) {
      JsonNode given = json.findPath(question.id());
      String word = (given.isObject() ? given.path("answer") : given).asString("");
      if (word.equals("yes") || word.equals("no")) {
        answers.put(key(question), word.equals("yes"));
      }
    }
  }

  private static String key(PromptText.Question question) {
    return question.section() + "/" + question.id();
  }
}
