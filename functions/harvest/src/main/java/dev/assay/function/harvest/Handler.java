package dev.assay.function.harvest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.assay.aws.FunctionBeans;
import dev.assay.core.harvest.CollectWorst;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs when the nightly schedule fires; what the schedule says does not matter. */
public final class Handler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  private static final Logger LOG = LoggerFactory.getLogger(Handler.class);

  private final InstantSource clock = InstantSource.system();
  private final FunctionBeans beans;

  /** As Lambda makes it. */
  public Handler() {
    this(System.getenv());
  }

  /** For an environment other than the process's own. */
  public Handler(Map<String, String> environment) {
    beans = FunctionBeans.start("harvest", environment, CollectWorst.class);
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    Map<String, Integer> proposed = beans.get(CollectWorst.class).collect(clock.instant());
    LOG.info("projects={}", proposed.size());
    return Map.of("proposed", proposed);
  }
}
