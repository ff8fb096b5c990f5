package dev.assay.function.judge;

import dev.assay.aws.Adapters;
import dev.assay.aws.Environment;
import dev.assay.aws.FunctionContext;
import dev.assay.core.judge.Judge;
import dev.assay.core.judge.JudgeBatch;
import dev.assay.models.JudgeModels;
import dev.assay.wire.JsonTraceFormat;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Ports of judge to their adapters. */
@Factory
@Requires(property = FunctionContext.PROPERTY, value = "judge")
final class Wiring {
  private static final int CALLS_AT_ONCE = 8;

  @Bean(preDestroy = "close")
  @Singleton
  Adapters adapters(Environment environment) {
    return new Adapters(environment, InstantSource.system());
  }

  @Singleton
  JudgeBatch judgeBatch(Adapters adapters, Environment environment) {
    JudgeBatch.Ports ports =
        new JudgeBatch.Ports(
            adapters.traceArchive(),
            JsonTraceFormat.verbatim(InstantSource.system()),
            adapters.agentSettings(),
            adapters.policyStore(),
            adapters.ledger(),
            adapters.judgeLog(),
            adapters.lowScores(),
            adapters.reviewQueue(),
            adapters.alerts());
    Judge judge =
        JudgeModels.named(
            environment.get("ASSAY_JUDGE_MODEL", "evidence"), environment.variables());
    return new JudgeBatch(
        ports, project -> judge, environment.number("ASSAY_JUDGE_CALLS_AT_ONCE", CALLS_AT_ONCE));
  }
}
