package dev.assay.function.check;

import dev.assay.aws.Adapters;
import dev.assay.aws.Environment;
import dev.assay.aws.FunctionContext;
import dev.assay.core.check.CheckBatch;
import dev.assay.core.check.Checks;
import dev.assay.core.check.Notices;
import dev.assay.wire.JsonTraceFormat;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Ports of check to their adapters. */
@Factory
@Requires(property = FunctionContext.PROPERTY, value = "check")
final class Wiring {
  @Bean(preDestroy = "close")
  @Singleton
  Adapters adapters(Environment environment) {
    return new Adapters(environment, InstantSource.system());
  }

  @Singleton
  CheckBatch checkBatch(Adapters adapters, Environment environment) {
    return new CheckBatch(
        adapters.traceArchive(),
        JsonTraceFormat.verbatim(InstantSource.system()),
        adapters.agentSettings(),
        adapters.policyStore(),
        Checks.standard(),
        adapters.checkLog(),
        new Notices(
            adapters.lowScores(),
            adapters.reviewQueue(),
            adapters.alerts(),
            environment.get("ASSAY_STACK", "assay")));
  }
}
