package dev.assay.function.judge;

import dev.assay.aws.Adapters;
import dev.assay.aws.Environment;
import dev.assay.aws.FunctionContext;
import dev.assay.core.judge.CloseWindow;
import dev.assay.core.judge.JoinWindow;
import dev.assay.core.judge.JudgeBatch;
import dev.assay.core.judge.JudgeMessages;
import dev.assay.core.judge.Judgements;
import dev.assay.core.judge.Judges;
import dev.assay.core.judge.WindowLog;
import dev.assay.core.judge.evidence.EvidenceJudge;
import dev.assay.models.JudgeModels;
import dev.assay.wire.JsonTraceFormat;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
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
  Judgements judgements(Adapters adapters, Environment environment) {
    JudgeBatch.Ports ports =
        new JudgeBatch.Ports(
            adapters.traceArchive(),
            JsonTraceFormat.verbatim(InstantSource.system()),
            adapters.agentSettings(),
            adapters.policyStore(),
            adapters.judgeLog(),
            adapters.lowScores(),
            adapters.reviewQueue(),
            adapters.alerts());
    Judges judges =
        JudgeModels.judges(
            environment.get("ASSAY_JUDGE_MODEL", "evidence"),
            environment.variables(),
            adapters.rubricStore());
    JudgeMessages messages = adapters.judgeMessages();
    WindowLog windows = adapters.windowLog();
    return new Judgements(
        new JoinWindow(ports, judges, new EvidenceJudge(), windows, messages),
        new CloseWindow(
            adapters.policyStore(), adapters.ledger(), adapters.checkVerdicts(), windows, messages),
        new JudgeBatch(
            ports,
            judges,
            environment.number("ASSAY_JUDGE_CALLS_AT_ONCE", CALLS_AT_ONCE),
            InstantSource.system()),
        messages,
        Duration.ofSeconds(
            environment.number("ASSAY_JUDGE_AGAIN_SECONDS", (int) Judgements.AGAIN.toSeconds())));
  }
}
