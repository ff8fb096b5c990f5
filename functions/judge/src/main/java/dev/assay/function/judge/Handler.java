package dev.assay.function.judge;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.assay.aws.FunctionBeans;
import dev.assay.aws.SqsBatch;
import dev.assay.core.judge.Due;
import dev.assay.core.judge.Judgements;
import dev.assay.core.trace.Handed;
import dev.assay.wire.ContentHash;
import dev.assay.wire.JudgementJson;
import dev.assay.wire.JudgementJson.Judgement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages of {@code judgements}: wished traces from ingest, and what the judge says to
 * itself.
 */
public final class Handler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private static final Logger LOG = LoggerFactory.getLogger(Handler.class);

  private static final Duration TO_KEEP = Duration.ofSeconds(15);

  private final InstantSource clock = InstantSource.system();
  private final FunctionBeans beans;

  /** As Lambda makes it. */
  public Handler() {
    this(System.getenv());
  }

  /** For an environment other than the process's own. */
  public Handler(Map<String, String> environment) {
    beans = FunctionBeans.start("judge", environment, Judgements.class);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return SqsBatch.each(event, LOG, message -> judge(message, until(context)));
  }

  /** What remains after it is for keeping what was judged and asking again for the rest. */
  private Instant until(Context context) {
    return clock.instant().plusMillis(context.getRemainingTimeInMillis()).minus(TO_KEEP);
  }

  private boolean judge(SQSMessage message, Instant until) {
    Judgements judgements = beans.get(Judgements.class);
    String id = ContentHash.of(message.getBody());
    int count = SqsBatch.receiveCount(message);
    switch (JudgementJson.read(message.getBody())) {
      case Judgement.Wished(List<Handed> traces) -> {
        judgements.wished(id, traces, count, clock.instant(), until);
        LOG.info("wished={}", traces.size());
      }
      case Judgement.Close(String project, Instant window, Instant due) ->
          judgements.close(project, window, due, clock.instant());
      case Judgement.Judge(List<Due> due, int attempt) -> {
        judgements.judge(id, due, attempt, count, clock.instant(), until);
        LOG.info("drawn={} attempt={}", due.size(), attempt);
      }
    }
    return true;
  }
}
