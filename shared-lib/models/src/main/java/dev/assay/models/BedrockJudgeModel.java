package dev.assay.models;

import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.TokenUse;
import dev.assay.core.judge.CallTerms;
import dev.assay.core.judge.JudgeModel;
import dev.assay.core.judge.ModelReply;
import dev.assay.core.judge.ModelReply.Ending;
import dev.assay.core.judge.Prompt;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeException;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointType;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.TokenUsage;

/**
 * A model on Amazon Bedrock through Converse. The answer comes as the input of a tool that the
 * model must call, so that it follows the schema, else as text of that form; the cache point stands
 * behind the system text, as in {@link AnthropicMessages}. What a model refuses by name is left out
 * from then on. Each ask is one attempt. Safe for several threads.
 */
final class BedrockJudgeModel implements JudgeModel {
  private static final Logger LOG = LoggerFactory.getLogger(BedrockJudgeModel.class);

  private final BedrockRuntimeClient client;
  private final String modelId;
  private final Terms terms;
  private final InstantSource clock;
  private volatile Set<Part> parts =
      Collections.unmodifiableSet(EnumSet.of(Part.TOOL, Part.FORMAT, Part.TEMPERATURE, Part.CACHE));

  /**
   * The client is the caller's to close.
   *
   * @param client without repeats of its own
   * @param modelId a model id, inference profile id or ARN
   */
  BedrockJudgeModel(BedrockRuntimeClient client, String modelId, Terms terms, InstantSource clock) {
    this.client = client;
    this.modelId = modelId;
    this.terms = terms;
    this.clock = clock;
  }

  @Override
  public String id() {
    return modelId;
  }

  @Override
  public ModelReply ask(Prompt prompt) {
    return ask(prompt, CallTerms.STANDARD);
  }

  @Override
  public ModelReply ask(Prompt prompt, CallTerms asked) {
    while (true) {
      Optional<Duration> left = terms.left(asked, clock);
      if (left.isEmpty()) {
        return Terms.OUT_OF_TIME;
      }
      Set<Part> sent = parts;
      ConverseRequest request = request(prompt, asked, sent);
      switch (TimedCall.of(() -> client.converse(request), left.get())) {
        case TimedCall.Done<ConverseResponse>(ConverseResponse response) -> {
          return reply(response, prompt);
        }
        case TimedCall.Late<ConverseResponse>(String reason) -> {
          return Statuses.fault(reason, ModelReply.Cause.BROKEN, null);
        }
        case TimedCall.Thrown<ConverseResponse>(RuntimeException thrown) -> {
          Optional<Part> refused = BedrockFaults.refused(thrown, sent).filter(sent::contains);
          if (refused.isEmpty()) {
            return fault(thrown, prompt);
          }
          leaveOut(refused.get());
        }
      }
    }
  }

  private ConverseRequest request(Prompt prompt, CallTerms asked, Set<Part> parts) {
    ConverseRequest.Builder request =
        ConverseRequest.builder()
            .modelId(modelId)
            .messages(
                Message.builder()
                    .role(ConversationRole.USER)
                    .content(ContentBlock.fromText(prompt.user()))
                    .build());
    SystemContentBlock system = SystemContentBlock.fromText(prompt.system());
    if (parts.contains(Part.CACHE)) {
      request.system(
          system, SystemContentBlock.fromCachePoint(point -> point.type(CachePointType.DEFAULT)));
    } else {
      request.system(system);
    }
    request.inferenceConfig(config -> {
      config.maxTokens(terms.limits().outputTokens(prompt));
      if (parts.contains(Part.TEMPERATURE)) {
        config.temperature((float) asked.temperature());
      }
    });
    if (parts.contains(Part.TOOL)) {
      request.toolConfig(AnswerTool.of(prompt.schema()));
    } else if (parts.contains(Part.FORMAT)) {
      request.outputConfig(AnswerTool.format(prompt.schema()));
    }
    return request.build();
  }

  private synchronized void leaveOut(Part part) {
    Set<Part> left = EnumSet.copyOf(parts);
    left.remove(part);
    parts = Collections.unmodifiableSet(left);
    LOG.info("judge model {} takes no {}: asked without it from now on", modelId, part);
  }

  private ModelReply fault(RuntimeException thrown, Prompt prompt) {
    return thrown instanceof BedrockRuntimeException refused
        ? BedrockFaults.of(refused, clock.instant())
        : BedrockFaults.ofWay(thrown, terms.lost(modelId, prompt));
  }

  private ModelReply reply(ConverseResponse response, Prompt prompt) {
    String text = text(response);
    Spend spend = spend(response.usage(), text, prompt);
    if (response.output() == null && response.stopReason() == null) {
      return new ModelReply.Faulty(
          new Fault("Bedrock answered 200 with no message", false),
          spend,
          ModelReply.Cause.BROKEN,
          null);
    }
    if (response.stopReason() == StopReason.MODEL_CONTEXT_WINDOW_EXCEEDED) {
      return new ModelReply.Faulty(new Fault("the prompt is too long for the model", false), spend);
    }
    return new ModelReply.Answered(text, ending(response.stopReason()), spend);
  }

  private static String text(ConverseResponse response) {
    StringBuilder text = new StringBuilder();
    if (response.output() == null || response.output().message() == null) {
      return "";
    }
    for (ContentBlock block : response.output().message().content()) {
      if (block.toolUse() != null && block.toolUse().input() != null) {
        return AnswerTool.text(block.toolUse().input());
      }
      text.append(block.text() == null ? "" : block.text());
    }
    return text.toString();
  }

  private static Ending ending(@Nullable StopReason reason) {
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
          reason.toString().toLowerCase(Locale.ROOT).equals("refusal")
              ? Ending.REFUSED
              : Ending.COMPLETE;
      case null -> Ending.COMPLETE;
    };
  }

  /** Bedrock counts cached tokens beside the others, the price table among them. */
  private Spend spend(@Nullable TokenUsage usage, String text, Prompt prompt) {
    if (usage == null || usage.inputTokens() == null || usage.outputTokens() == null) {
      return terms.unsaid(modelId, prompt, text);
    }
    long read = orZero(usage.cacheReadInputTokens());
    long written = orZero(usage.cacheWriteInputTokens());
    long in = usage.inputTokens() + read + written;
    return terms.prices().spend(modelId, new TokenUse(in, read, written, usage.outputTokens()));
  }

  private static long orZero(@Nullable Integer tokens) {
    return tokens == null ? 0 : tokens;
  }

  @Override
  public double upperCostUsd(Prompt prompt) {
    return terms.upperCostUsd(modelId, prompt);
  }
}
