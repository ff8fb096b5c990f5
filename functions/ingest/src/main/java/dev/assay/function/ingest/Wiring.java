package dev.assay.function.ingest;

import dev.assay.aws.Adapters;
import dev.assay.aws.Environment;
import dev.assay.aws.FunctionContext;
import dev.assay.core.feedback.InferenceCost;
import dev.assay.core.feedback.PriceTable;
import dev.assay.core.ingest.IngestBatch;
import dev.assay.core.ingest.JoinPieces;
import dev.assay.core.ingest.TraceFormat;
import dev.assay.core.sampling.PolicyStore;
import dev.assay.core.trace.Redaction;
import dev.assay.wire.Censor;
import dev.assay.wire.JsonTraceFormat;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** Ports of ingest to their adapters. */
@Factory
@Requires(property = FunctionContext.PROPERTY, value = "ingest")
final class Wiring {
  /** SQS delays a message by no more. */
  private static final int MAX_IDLE_MINUTES = 15;

  @Bean(preDestroy = "close")
  @Singleton
  Adapters adapters(Environment environment) {
    return new Adapters(environment, InstantSource.system());
  }

  @Singleton
  PolicyStore policyStore(Adapters adapters) {
    return adapters.policyStore();
  }

  @Singleton
  OpenNlpLanguageDetector languageDetector() {
    return new OpenNlpLanguageDetector();
  }

  /** Asked for before a snapshot alone: elsewhere the first trace without a locale loads it. */
  @Singleton
  LanguageDetectorModel languageModel(OpenNlpLanguageDetector detector) {
    return detector.load();
  }

  @Singleton
  TraceFormat traceFormat(
      Adapters adapters, PolicyStore policies, OpenNlpLanguageDetector detector) {
    byte[] key = adapters.redactionKey();
    return new JsonTraceFormat(
        InstantSource.system(),
        conversation -> censor(policies, key, conversation),
        words -> detector.detect(words).orElse(""));
  }

  private static Censor censor(PolicyStore policies, byte[] key, String conversation) {
    Redaction.Rules rules = Redaction.Rules.without(List.copyOf(policies.current().redactionOff()));
    Redaction.Scope scope = new Redaction(rules, key).scope(conversation);
    return (field, text) -> field == null ? scope.redact(text) : scope.redactField(field, text);
  }

  @Singleton
  IngestBatch.Doors doors(Adapters adapters, PolicyStore policies, TraceFormat format) {
    return new IngestBatch.Doors(
        format,
        adapters.largeBodies(),
        adapters.deadLetters(),
        policies,
        new InferenceCost(PriceTable.builtIn()),
        adapters.flowLog(),
        adapters.traceStore(),
        adapters.handOver());
  }

  @Singleton
  JoinPieces joinPieces(IngestBatch.Doors doors, Adapters adapters, Environment environment) {
    int minutes = environment.number("ASSAY_IDLE_MINUTES", 10);
    if (minutes < 1 || minutes > MAX_IDLE_MINUTES) {
      throw new IllegalStateException("environment: ASSAY_IDLE_MINUTES: expected 1 to 15");
    }
    return new JoinPieces(doors, adapters.traceArchive(), Duration.ofMinutes(minutes));
  }

  @Singleton
  IngestBatch ingestBatch(IngestBatch.Doors doors, JoinPieces joins) {
    return new IngestBatch(doors, joins);
  }
}
