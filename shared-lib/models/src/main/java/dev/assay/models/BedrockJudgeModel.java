package dev.assay.models;

import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.PriceTable;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.TokenUse;
import dev.assay.core.judge.JudgeModel;
import dev.assay.core.judge.ModelReply;
import dev.assay.core.judge.ModelReply.Ending;
import dev.assay.core.judge.Prompt;
import dev.assay.wire.Mappers;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeException;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.TokenUsage;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;

/**
 * A model on Amazon Bedrock through Converse. The answer comes as the input of a tool that the
 * model must call, so that it follows the schema; a model that cannot be made to call a tool is
 * asked for plain JSON. Retries once inside the SDK; throttling, 5xx and time-outs are passing
 * faults. Safe for several threads.
 */
public final class BedrockJudgeModel implements JudgeModel {
  private final BedrockRuntimeClient client;
  private final String modelId;
  private final CallLimits limits;
  private final PriceTable prices;
  private volatile boolean callsTools = true;

  /**
   * The client is the caller's to close; {@link JudgeModels} makes one with the limits.
   *
   * @param modelId a model id, inference profile id or ARN
   */
  public BedrockJudgeModel(
      BedrockRuntimeClient client, String modelId, CallLimits limits, PriceTable prices) {
    this.client = client;
    this.modelId = modelId;
    this.limits = limits;
    this.prices = prices;
  }

  @Override
  public String id() {
    return modelId;
  }

  @Override
  public ModelReply ask(Prompt prompt) {
    boolean withTool = callsTools;
    try {
      return reply(converse(prompt, withTool));
    } catch (ValidationException e) {
      if (!withTool || !namesTools(e)) {
        return fault(e);
      }
      callsTools = false;
      return ask(prompt);
    } catch (BedrockRuntimeException e) {
      return fault(e);
    } catch (SdkClientException e) {
      return ModelReply.passing("Bedrock cannot be reached: " + e.getClass().getSimpleName());
    }
  }

  private ConverseResponse converse(Prompt prompt, boolean withTool) {
    ConverseRequest.Builder request =
        ConverseRequest.builder()
            .modelId(modelId)
            .system(SystemContentBlock.fromText(prompt.system()))
            .messages(
                Message.builder()
                    .role(ConversationRole.USER)
                    .content(ContentBlock.fromText(prompt.user()))
                    .build())
            .inferenceConfig(config -> config.temperature(0f).maxTokens(limits.outputTokens()));
    if (withTool) {
      request.toolConfig(AnswerTool.of(prompt.schema()));
    }
    return client.converse(request.build());
  }

  private ModelReply reply(ConverseResponse response) {
    Spend spend = spend(response.usage());
    if (response.stopReason() == StopReason.MODEL_CONTEXT_WINDOW_EXCEEDED) {
      return new ModelReply.Faulty(new Fault("the prompt is too long for the model", false), spend);
    }
    return new ModelReply.Answered(text(response), ending(response.stopReason()), spend);
  }

  private static String text(ConverseResponse response) {
    StringBuilder text = new StringBuilder();
    if (response.output() == null || response.output().message() == null) {
      return "";
    }
    for (ContentBlock block : response.output().message().content()) {
      if (block.toolUse() != null) {
        return Mappers.JSON.writeValueAsString(block.toolUse().input().unwrap());
      }
      text.append(block.text() == null ? "" : block.text());
    }
    return text.toString();
  }

  private static Ending ending(StopReason reason) {
    return switch (reason) {
      case MAX_TOKENS -> Ending.TRUNCATED;
      case GUARDRAIL_INTERVENED, CONTENT_FILTERED -> Ending.REFUSED;
      case END_TURN,
          TOOL_USE,
          STOP_SEQUENCE,
          MALFORMED_MODEL_OUTPUT,
          MALFORMED_TOOL_USE,
          MODEL_CONTEXT_WINDOW_EXCEEDED,
          UNKNOWN_TO_SDK_VERSION ->
          Ending.COMPLETE;
    };
  }

  private Spend spend(@Nullable TokenUsage usage) {
    if (usage == null) {
      return Spend.NOTHING;
    }
    // Bedrock counts cached tokens beside the others, the price table among them.
    long cached = orZero(usage.cacheReadInputTokens());
    long written = orZero(usage.cacheWriteInputTokens());
    long in = orZero(usage.inputTokens()) + written + cached;
    return prices.spend(modelId, new TokenUse(in, cached, written, orZero(usage.outputTokens())));
  }

  private static long orZero(@Nullable Integer tokens) {
    return tokens == null ? 0 : tokens;
  }

  private static boolean namesTools(ValidationException e) {
    return e.getMessage() != null && e.getMessage().toLowerCase(Locale.ROOT).contains("tool");
  }

  private static ModelReply fault(BedrockRuntimeException e) {
    String code = e.awsErrorDetails() == null ? "" : " " + e.awsErrorDetails().errorCode();
    String reason = "Bedrock answered " + e.statusCode() + code;
    boolean passing =
        e.isThrottlingException()
            || e.statusCode() >= 500
            || e.statusCode() == 408
            || e.statusCode() == 429;
    return passing ? ModelReply.passing(reason) : ModelReply.lasting(reason);
  }
}
