package dev.assay.function.api;

import dev.assay.aws.Adapters;
import dev.assay.aws.Environment;
import dev.assay.aws.FunctionContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Ports of the API to their adapters. */
@Factory
@Requires(property = FunctionContext.PROPERTY, value = "api")
final class Wiring {
  @Bean(preDestroy = "close")
  @Singleton
  Adapters adapters(Environment environment) {
    return new Adapters(environment, InstantSource.system());
  }

  @Singleton
  Routes routes(Adapters adapters) {
    return new Routes(
        new Routes.Ports(
            adapters.traceArchive(),
            adapters.feedbackLog(),
            adapters.reviewQueue(),
            adapters.ledger(),
            adapters.policyStore()),
        InstantSource.system());
  }
}
