package dev.assay.models;

import static dev.assay.models.Judging.prompt;
import static dev.assay.models.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.feedback.PriceTable;
import dev.assay.core.judge.ModelReply.Answered;
import dev.assay.core.judge.ModelReply.Faulty;
import dev.assay.models.ApiKey.Held;
import dev.assay.models.ScriptedServer.Answer;
import dev.assay.wire.Mappers;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SecretKeyTest {
  private static final String NAME = "assay/judge";

  private final SteppedTime time = new SteppedTime();

  private static Answer secret(String value) {
    return json(200, Mappers.JSON.createObjectNode().put("SecretString", value).toString());
  }

  private SecretKey key(ScriptedServer secrets) {
    return new SecretKey(BedrockContractTest.access(secrets)::secrets, NAME, time);
  }

  @Test
  void it_is_read_at_the_first_use_and_once() throws IOException {
    try (ScriptedServer secrets = new ScriptedServer(secret(" sk-1\n"))) {
      SecretKey key = key(secrets);
      assertThat(secrets.requests).isEmpty();
      assertThat(key.held()).isEqualTo(new Held.Known("sk-1"));
      key.held();
      assertThat(secrets.requests)
          .singleElement()
          .satisfies(request -> assertThat(request.body()).contains(NAME));
    }
  }

  @Test
  void a_json_secret_gives_its_member_api_key() throws IOException {
    try (ScriptedServer secrets = new ScriptedServer(secret("{\"api_key\":\"sk-2\",\"x\":1}"))) {
      assertThat(key(secrets).held()).isEqualTo(new Held.Known("sk-2"));
    }
  }

  @Test
  void a_401_has_it_read_again_and_the_call_made_with_the_new_one() throws IOException {
    String answer = OpenAiBodies.completion("{}", "stop", 1, 1).toString();
    try (ScriptedServer secrets = new ScriptedServer(secret("sk-old"), secret("sk-new"));
        ScriptedServer provider = new ScriptedServer(json(401, "{}"), json(200, answer))) {
      SecretKey key = key(secrets);
      key.held();
      time.pass(Duration.ofMinutes(5));
      Terms terms = new Terms(CallLimits.DEFAULT, PriceTable.builtIn());
      HttpJudgeModel model =
          new HttpJudgeModel("m", new OpenAiChat(provider.uri(), "m", terms), key, terms, time);

      assertThat(model.ask(prompt())).isInstanceOf(Answered.class);
      assertThat(provider.requests)
          .extracting(request -> request.header("authorization"))
          .containsExactly("Bearer sk-old", "Bearer sk-new");
    }
  }

  @Test
  void a_key_that_stays_refused_is_not_read_again_and_again() throws IOException {
    try (ScriptedServer secrets = new ScriptedServer(secret("sk-1"));
        ScriptedServer provider = new ScriptedServer(json(401, "{}"))) {
      Terms terms = new Terms(CallLimits.DEFAULT, PriceTable.builtIn());
      HttpJudgeModel model =
          new HttpJudgeModel(
              "m", new OpenAiChat(provider.uri(), "m", terms), key(secrets), terms, time);
      for (int i = 0; i < 10; i++) {
        assertThat(model.ask(prompt()))
            .isInstanceOfSatisfying(
                Faulty.class, faulty -> assertThat(faulty.fault().passing()).isFalse());
      }
      assertThat(secrets.requests).hasSize(1);
      assertThat(provider.requests).hasSize(10);
    }
  }

  @Test
  void what_cannot_be_read_is_a_fault_that_names_the_secret_and_not_what_it_holds()
      throws IOException {
    for (String value : new String[] {"", "{\"key\":\"sk-3\"}", "sk-3\nsk-3", "sk-3é", "{sk-3"}) {
      try (ScriptedServer secrets = new ScriptedServer(secret(value))) {
        assertThat(key(secrets).held())
            .isInstanceOfSatisfying(
                Held.Unreadable.class,
                unreadable -> {
                  assertThat(unreadable.fault().fault().passing()).isFalse();
                  assertThat(unreadable.toString()).contains(NAME).doesNotContain("sk-3");
                });
      }
    }
  }

  @Test
  void secrets_manager_being_down_passes_and_its_refusal_lasts() throws IOException {
    for (int status : new int[] {400, 500}) {
      try (ScriptedServer secrets = new ScriptedServer(json(status, "{}"))) {
        assertThat(key(secrets).held())
            .isInstanceOfSatisfying(
                Held.Unreadable.class,
                unreadable ->
                    assertThat(unreadable.fault().fault().passing()).isEqualTo(status == 500));
      }
    }
  }

  @Test
  void a_key_is_never_shown() {
    assertThat(new Held.Known("sk-4").toString()).doesNotContain("sk-4");
    assertThat(ApiKey.of("sk-4").toString()).doesNotContain("sk-4");
  }
}
