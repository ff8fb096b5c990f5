package dev.assay.function.harvest;

import dev.assay.aws.Adapters;
import dev.assay.aws.Environment;
import dev.assay.aws.FunctionContext;
import dev.assay.core.harvest.CollectWorst;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Ports of harvest to their adapters. */
@Factory
@Requires(property = FunctionContext.PROPERTY, value = "harvest")
final class Wiring {
  @Bean(preDestroy = "close")
  @Singleton
  Adapters adapters(Environment environment) {
    return new Adapters(environment, InstantSource.system());
  }

  @Singleton
  CollectWorst collectWorst(Adapters adapters) {
    return new CollectWorst(adapters.feedbackLog(), adapters.ledger(), adapters.proposals());
  }
}
