package dev.assay.models;

import dev.assay.core.judge.Judge;
import dev.assay.core.judge.JudgeModel;
import dev.assay.core.judge.Judges;
import dev.assay.core.judge.Panel;
import dev.assay.core.judge.RubricSet;
import dev.assay.core.judge.RubricStore;
import dev.assay.core.judge.evidence.EvidenceJudge;
import dev.assay.wire.judge.BuiltInRubrics;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** Makes the judge, and the models, that a configuration names. */
public final class JudgeModels {
  /** The judge that needs no model and no key. */
  public static final String EVIDENCE = "evidence";

  private static final Logger LOG = LoggerFactory.getLogger(JudgeModels.class);

  private JudgeModels() {}

  /**
   * The judge of {@code evidence}, {@code openai:URL#model}, {@code anthropic:[URL#]MODEL} or
   * {@code bedrock:MODEL_ID}.
   *
   * @param environment as for {@link #model}
   * @throws IllegalArgumentException saying what was expected
   */
  public static Judge named(String spec, Map<String, String> environment) {
    return spec.equals(EVIDENCE)
        ? new EvidenceJudge()
        : RubricJudges.judge(
            new RubricSet(List.of(BuiltInRubrics.faithfulness())), panel(spec, environment));
  }

  /**
   * The judges of all projects, each with the rubrics of its own; the evidence judge, which knows
   * faithfulness alone, is the same for all of them and reads no rubric.
   */
  public static Judges judges(String spec, Map<String, String> environment, RubricStore rubrics) {
    if (spec.equals(EVIDENCE)) {
      Judge evidence = new EvidenceJudge();
      return project -> evidence;
    }
    return new RubricJudges(rubrics, panel(spec, environment));
  }

  private static Panel panel(String spec, Map<String, String> environment) {
    JudgeSettings settings = JudgeSettings.from(environment, spec);
    return new Panel(
        model(spec, environment),
        second(settings, environment).orElse(null),
        settings.asks(),
        settings.doubt());
  }

  /**
   * A model with its limits, repeats and prices; each call of this makes one with rates of its own.
   *
   * @param environment the variables of docs/judge.md
   * @throws IllegalArgumentException saying what was expected
   */
  public static JudgeModel model(String spec, Map<String, String> environment) {
    return model(ModelAddress.of(spec), KeyNames.FIRST, environment, ownCredentials());
  }

  /** The model of {@link JudgeSettings#second}, with a key of its own. */
  public static Optional<JudgeModel> second(
      JudgeSettings settings, Map<String, String> environment) {
    return Optional.ofNullable(settings.second())
        .map(spec -> model(ModelAddress.of(spec), KeyNames.SECOND, environment, ownCredentials()));
  }

  /** True when the judge's provider is sure to refuse, since no key is named anywhere. */
  public static boolean lacksKey(String spec, Map<String, String> environment) {
    if (spec.equals(EVIDENCE)) {
      return false;
    }
    ModelAddress address = ModelAddress.of(spec);
    boolean wants =
        switch (address) {
          case ModelAddress.OpenAi openAi -> "https".equals(openAi.base().getScheme());
          case ModelAddress.Anthropic anthropic -> "https".equals(anthropic.base().getScheme());
          case ModelAddress.Bedrock _ -> false;
        };
    return wants && !KeyNames.FIRST.given(address, new Variables(environment));
  }

  static JudgeModel model(
      ModelAddress address,
      KeyNames keys,
      Map<String, String> environment,
      AwsCredentialsProvider credentials) {
    ModelSettings settings = ModelSettings.from(environment);
    AwsAccess aws = new AwsAccess(new Variables(environment), credentials);
    if (settings.prices().of(address.model()).isEmpty()) {
      LOG.warn(
          "no price for judge model {}: its calls are counted at the dearest known price",
          address.model());
    }
    ApiKey key = keys.key(address, aws);
    return new PatientModel(
        once(address, key, settings.terms(), aws),
        settings.rates(),
        settings.patience(),
        settings.limits(),
        new SecureRandom(),
        Time.SYSTEM);
  }

  /** A model that is asked once at a time as it comes. */
  static JudgeModel once(ModelAddress address, ApiKey key, Terms terms, AwsAccess aws) {
    String model = address.model();
    return switch (address) {
      case ModelAddress.OpenAi(var base, var _) ->
          new HttpJudgeModel(model, new OpenAiChat(base, model, terms), key, terms, Time.SYSTEM);
      case ModelAddress.Anthropic(var base, var _) ->
          new HttpJudgeModel(
              model, new AnthropicMessages(base, model, terms), key, terms, Time.SYSTEM);
      case ModelAddress.Bedrock _ ->
          new BedrockJudgeModel(aws.bedrock(terms.limits()), model, terms, Time.SYSTEM);
    };
  }

  private static AwsCredentialsProvider ownCredentials() {
    return DefaultCredentialsProvider.builder().build();
  }
}
