package dev.assay.function.judge;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.assay.aws.FunctionBeans;
import dev.assay.aws.SqsBatch;
import dev.assay.core.judge.JudgeBatch;
import dev.assay.core.trace.Handed;
import dev.assay.wire.ContentHash;
import dev.assay.wire.HandedJson;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes messages of {@code judgements}: each names a few sampled traces. */
public final class Handler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private static final Logger LOG = LoggerFactory.getLogger(Handler.class);

  private final InstantSource clock = InstantSource.system();
  private final FunctionBeans beans;

  /** As Lambda makes it. */
  public Handler() {
    this(System.getenv());
  }

  /** For an environment other than the process's own. */
  public Handler(Map<String, String> environment) {
    beans = FunctionBeans.start("judge", environment, JudgeBatch.class);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return SqsBatch.each(event, LOG, this::judge);
  }

  private boolean judge(SQSMessage message) {
    List<Handed> traces = HandedJson.read(message.getBody());
    boolean complete =
        beans
            .get(JudgeBatch.class)
            .judge(
                ContentHash.of(message.getBody()),
                traces,
                SqsBatch.receiveCount(message),
                clock.instant());
    LOG.info("traces={} complete={}", traces.size(), complete);
    return complete;
  }
}
