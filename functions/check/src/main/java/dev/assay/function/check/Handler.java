package dev.assay.function.check;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.assay.aws.FunctionBeans;
import dev.assay.aws.SqsBatch;
import dev.assay.core.check.CheckBatch;
import dev.assay.wire.HandedJson;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes messages of {@code checks}: each names the traces of one batch. */
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
    beans = FunctionBeans.start("check", environment, CheckBatch.class);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return SqsBatch.each(event, LOG, this::check);
  }

  private boolean check(SQSMessage message) {
    int checked =
        beans.get(CheckBatch.class).check(HandedJson.read(message.getBody()), clock.instant());
    LOG.info("checked={}", checked);
    return true;
  }
}
