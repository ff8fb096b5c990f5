package dev.assay.models;

import dev.assay.core.judge.JudgeModel;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import tools.jackson.databind.node.ObjectNode;

class BedrockContractTest extends JudgeModelContract {
  static final String MODEL = "us.anthropic.claude-haiku-4-5-20251001-v1:0";

  static AwsAccess access(ScriptedServer server) {
    Map<String, String> environment =
        Map.of(
            "AWS_REGION", "us-east-1",
            "AWS_ENDPOINT_URL_BEDROCK_RUNTIME", server.uri().toString(),
            "AWS_ENDPOINT_URL_SECRETS_MANAGER", server.uri().toString());
    return new AwsAccess(
        new Variables(environment),
        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID", KEY)));
  }

  @Override
  JudgeModel once(ScriptedServer server, Terms terms) {
    return JudgeModels.once(new ModelAddress.Bedrock(MODEL), ApiKey.NONE, terms, access(server));
  }

  @Override
  String completion(String answer) {
    return BedrockBodies.answer(answer, INPUT_TOKENS, OUTPUT_TOKENS).toString();
  }

  @Override
  String completionWithoutUsage(String answer) {
    ObjectNode body = BedrockBodies.answer(answer, INPUT_TOKENS, OUTPUT_TOKENS);
    body.remove("usage");
    return body.toString();
  }

  @Override
  String truncated() {
    return BedrockBodies.text("{", "max_tokens", INPUT_TOKENS, OUTPUT_TOKENS).toString();
  }

  @Override
  String refused() {
    return BedrockBodies.text("", "content_filtered", INPUT_TOKENS, OUTPUT_TOKENS).toString();
  }
}
