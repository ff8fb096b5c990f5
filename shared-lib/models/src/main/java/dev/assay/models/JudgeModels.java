package dev.assay.models;

import dev.assay.core.feedback.PriceTable;
import dev.assay.core.judge.BuiltInRubrics;
import dev.assay.core.judge.Judge;
import dev.assay.core.judge.JudgeModel;
import dev.assay.core.judge.Marks;
import dev.assay.core.judge.Panel;
import dev.assay.core.judge.PromptWriter;
import dev.assay.core.judge.RubricJudge;
import dev.assay.core.judge.RubricSet;
import dev.assay.core.judge.evidence.EvidenceJudge;
import dev.assay.wire.judge.JsonAnswerReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClientBuilder;

/** Makes the judge that a configuration names. */
public final class JudgeModels {
  /** The judge that needs no model and no key. */
  public static final String EVIDENCE = "evidence";

  private static final Logger LOG = LoggerFactory.getLogger(JudgeModels.class);
  private static final String OPENAI = "openai:";
  private static final String BEDROCK = "bedrock:";

  private JudgeModels() {}

  /**
   * The judge of {@code evidence}, {@code openai:URL#model} or {@code bedrock:MODEL_ID}.
   *
   * @param environment read for {@code ASSAY_JUDGE_API_KEY} (else {@code OPENAI_API_KEY}), {@code
   *     ASSAY_JUDGE_TIMEOUT_SECONDS}, {@code ASSAY_JUDGE_PRICES} (a file over the built-in prices),
   *     {@code AWS_REGION} and {@code AWS_ENDPOINT_URL_BEDROCK_RUNTIME}
   * @throws IllegalArgumentException saying what was expected
   */
  public static Judge named(String spec, Map<String, String> environment) {
    if (spec.equals(EVIDENCE)) {
      return new EvidenceJudge();
    }
    PriceTable prices = prices(environment);
    JudgeModel model = model(spec, environment, prices);
    if (prices.of(model.id()).isEmpty()) {
      LOG.warn(
          "no price for judge model {}: its calls are counted at the dearest known price",
          model.id());
    }
    return new RubricJudge(
        new RubricSet(List.of(BuiltInRubrics.faithfulness())),
        Panel.of(model),
        new JsonAnswerReader(),
        new PromptWriter(),
        Marks.from(new SecureRandom()));
  }

  private static JudgeModel model(String spec, Map<String, String> environment, PriceTable prices) {
    if (spec.startsWith(OPENAI) && spec.indexOf('#') > OPENAI.length()) {
      return openAi(spec.substring(OPENAI.length()), environment, prices);
    }
    if (spec.startsWith(BEDROCK) && spec.length() > BEDROCK.length()) {
      return bedrock(spec.substring(BEDROCK.length()), environment, prices);
    }
    throw new IllegalArgumentException(
        "a judge is evidence, openai:URL#model or bedrock:MODEL_ID, not \"" + spec + "\"");
  }

  private static JudgeModel openAi(
      String address, Map<String, String> environment, PriceTable prices) {
    int hash = address.lastIndexOf('#');
    String model = address.substring(hash + 1);
    URI base = URI.create(address.substring(0, hash));
    if (model.isEmpty() || base.getHost() == null) {
      throw new IllegalArgumentException("openai:URL#model expected, not openai:" + address);
    }
    return new OpenAiJudgeModel(
        base,
        model,
        key(environment),
        limits(environment),
        prices,
        new SecureRandom(),
        Clock.systemUTC());
  }

  private static JudgeModel bedrock(
      String modelId, Map<String, String> environment, PriceTable prices) {
    CallLimits limits = limits(environment);
    BedrockRuntimeClientBuilder client =
        BedrockRuntimeClient.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(limits.connect())
                    .socketTimeout(limits.answer()))
            .overrideConfiguration(config ->
                config
                    .apiCallAttemptTimeout(limits.answer())
                    .retryStrategy(retry -> retry.maxAttempts(2)));
    String region = environment.get("AWS_REGION");
    if (region != null) {
      client.region(Region.of(region));
    }
    String endpoint = environment.get("AWS_ENDPOINT_URL_BEDROCK_RUNTIME");
    if (endpoint != null) {
      client.endpointOverride(URI.create(endpoint));
    }
    return new BedrockJudgeModel(client.build(), modelId, limits, prices);
  }

  private static @Nullable String key(Map<String, String> environment) {
    String own = environment.get("ASSAY_JUDGE_API_KEY");
    return own == null ? environment.get("OPENAI_API_KEY") : own;
  }

  private static CallLimits limits(Map<String, String> environment) {
    String seconds = environment.get("ASSAY_JUDGE_TIMEOUT_SECONDS");
    CallLimits standard = CallLimits.DEFAULT;
    return seconds == null
        ? standard
        : new CallLimits(
            standard.connect(),
            Duration.ofSeconds(Long.parseLong(seconds)),
            standard.outputTokens());
  }

  private static PriceTable prices(Map<String, String> environment) {
    String file = environment.get("ASSAY_JUDGE_PRICES");
    if (file == null) {
      return PriceTable.builtIn();
    }
    try {
      return PriceTable.builtIn().overriddenBy(PriceTable.parse(Files.readString(Path.of(file))));
    } catch (IOException e) {
      throw new UncheckedIOException("ASSAY_JUDGE_PRICES names no readable file", e);
    }
  }
}
