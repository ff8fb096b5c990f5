package dev.assay.bench.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;
import dev.assay.wire.Mappers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class ReadersTest {
  private static JsonNode json(String text) {
    return Mappers.JSON.readTree(text);
  }

  private static List<String> kinds(Trace trace) {
    return trace.steps().stream().map(step -> step.getClass().getSimpleName()).toList();
  }

  @Test
  void what_a_multiwoz_turn_informs_of_was_found_just_before() {
    Trace trace =
        Corpora.trace(
            ActDialogues.multiwoz(
                json(
                    """
                    {"dialogue_id": "M 1", "log": [
                     {"text": "A train ?", "dialog_act": {"Train-Inform": [["Day", "friday"]]}},
                     {"text": "TR1 leaves at 09:17 for 12.10 pounds .", "dialog_act": {
                       "Train-Inform": [["Leave", "09:17"], ["Ticket", "12.10 pounds"],
                                        ["Id", "TR1"], ["Id", "TR2"]],
                       "Train-Request": [["People", "?"]], "general-bye": [["none", "none"]]},
                      "metadata": {"train": {"semi": {"day": "friday", "arriveBy": "not mentioned"},
                                             "book": {}}}},
                     {"text": "Book it .", "dialog_act": {}},
                     {"text": "Done .", "dialog_act": {"Train-OfferBooked": [["Ref", "X1"]]},
                      "metadata": {"train": {"semi": {}, "book": {
                        "people": "2", "booked": [{"trainID": "TR1", "reference": "X1"}]}}}}]}
                    """)));
    assertThat(kinds(trace).subList(0, 4))
        .containsExactly("UserTurn", "AgentTurn", "ToolResult", "AgentTurn");
    Step.AgentTurn call = (Step.AgentTurn) trace.steps().get(1);
    assertThat(call.calls().getFirst().name()).isEqualTo("find_train");
    assertThat(call.calls().getFirst().arguments().toString())
        .contains("friday")
        .doesNotContain("not mentioned");
    assertThat(trace.steps().get(2).text())
        .isEqualTo("{\"leave\":\"09:17\",\"ticket\":\"12.10 pounds\",\"id\":[\"TR1\",\"TR2\"]}");
    assertThat(trace.steps().stream().map(Step::text))
        .anyMatch(text -> text.contains("TR1\",\"ref"));
  }

  @Test
  void crosswoz_is_chinese_and_read_in_the_same_way() {
    Trace trace =
        Corpora.trace(
            ActDialogues.crosswoz(
                json(
                    """
                    {"dialogue_id": "7", "messages": [
                     {"role": "usr", "content": "几点开门？", "dialog_act": []},
                     {"role": "sys", "content": "上午9点。",
                      "dialog_act": [["Inform", "景点", "开放时间", "9:00"]]}]}
                    """)));
    assertThat(trace.language()).contains("zh");
    assertThat(trace.steps().get(2).text()).isEqualTo("{\"开放时间\":\"9:00\"}");
  }

  @Test
  void the_calls_of_a_customers_turn_follow_it() {
    Trace trace =
        Corpora.trace(
            AnnotatedDialogues.taskmaster(
                json(
                    """
                    {"conversation_id": "d1", "utterances": [
                     {"speaker": "user", "text": "one tea", "annotations": [
                      {"name": "api_call", "value": "menu"},
                      {"name": "request", "value": "{\\"query\\": \\"tea\\"}"},
                      {"name": "api_response", "value": "menu"},
                      {"name": "response", "value": "{\\"price\\": 3.5}"},
                      {"name": "response", "value": "no json"}]},
                     {"speaker": "assistant", "text": "That is $3.50", "annotations": []}]}
                    """)));
    assertThat(kinds(trace))
        .containsExactly(
            "UserTurn", "AgentTurn", "ToolResult", "AgentTurn", "ToolResult", "AgentTurn");
    assertThat(trace.steps().get(2).text()).isEqualTo("{\"price\":3.5}");
  }

  @Test
  void a_call_is_read_once_as_written_down_and_once_as_heard() {
    var both =
        AnnotatedDialogues.harperValley(
            json(
                """
                {"id": "c1", "started_at_ms": 1591056783191, "backend_facts": {"balance": 110},
                 "turns": [{"speaker": "agent", "start_ms": 10, "end_ms": 20,
                            "text": "it is one hundred ten", "asr": "it is one hundred tan"}]}
                """));
    Trace written = Corpora.trace(both.get(0));
    assertThat(written.isVoice()).isTrue();
    assertThat(written.usesTools()).isFalse();
    assertThat(written.steps().getFirst().text()).isEqualTo("{\"balance\":110}");
    assertThat(written.steps().getLast().text()).endsWith("ten");
    assertThat(Corpora.trace(both.get(1)).steps().getLast().text()).endsWith("tan");
  }

  @Test
  void a_corpus_that_is_not_there_is_left_out(@TempDir Path directory) throws Exception {
    assertThat(Corpora.read(directory)).isEmpty();
    Path sgd = Files.createDirectories(directory.resolve("shared/data/sgd"));
    Files.writeString(
        sgd.resolve("dialogues.jsonl"),
        "{\"dialogue_id\": \"1\", \"services\": [], \"turns\": "
            + "[{\"speaker\": \"USER\", \"utterance\": \"Hi\", \"frames\": []}]}\n");
    Path home = Files.createDirectories(directory.resolve("project"));
    assertThat(Corpora.read(home)).singleElement().returns("sgd", Corpus::name);
  }
}
