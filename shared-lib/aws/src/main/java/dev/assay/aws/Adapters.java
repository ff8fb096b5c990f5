package dev.assay.aws;

import dev.assay.core.check.AgentSettingsStore;
import dev.assay.core.check.CheckLog;
import dev.assay.core.feedback.Alerts;
import dev.assay.core.feedback.FeedbackLog;
import dev.assay.core.feedback.LowScores;
import dev.assay.core.harvest.Proposals;
import dev.assay.core.ingest.DeadLetters;
import dev.assay.core.ingest.HandOver;
import dev.assay.core.ingest.LargeBodies;
import dev.assay.core.ingest.TraceStore;
import dev.assay.core.judge.CheckVerdicts;
import dev.assay.core.judge.JudgeLog;
import dev.assay.core.judge.JudgeMessages;
import dev.assay.core.judge.RubricStore;
import dev.assay.core.judge.WindowLog;
import dev.assay.core.review.ReviewQueue;
import dev.assay.core.sampling.FlowLog;
import dev.assay.core.sampling.Ledger;
import dev.assay.core.sampling.PolicyStore;
import dev.assay.core.trace.TraceArchive;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The ports' adapters for one environment, for functions and the command alike. Each call makes a
 * new adapter; keep what it returns.
 */
public final class Adapters implements AutoCloseable {
  private final Environment environment;
  private final AwsClients clients;
  private final InstantSource clock;
  private final Table traces;
  private final Table registry;

  public Adapters(Environment environment, InstantSource clock) {
    this.environment = environment;
    this.clients = new AwsClients(environment);
    this.clock = clock;
    DynamoDbClient dynamoDb = clients.dynamoDb();
    this.traces = new Table(dynamoDb, environment.required("ASSAY_TRACES_TABLE"));
    this.registry = new Table(dynamoDb, environment.required("ASSAY_REGISTRY_TABLE"));
  }

  public TraceStore traceStore() {
    return segmentTraceStore();
  }

  public TraceArchive traceArchive() {
    return segmentTraceStore();
  }

  private SegmentTraceStore segmentTraceStore() {
    return new SegmentTraceStore(traces, objects(), retention());
  }

  public CheckLog checkLog() {
    return segmentCheckLog();
  }

  private SegmentCheckLog segmentCheckLog() {
    return new SegmentCheckLog(traces, new DynamoLedger(registry), objects(), retention());
  }

  public JudgeLog judgeLog() {
    return new DynamoJudgeLog(traces, new DynamoLedger(registry), retention());
  }

  public CheckVerdicts checkVerdicts() {
    return segmentCheckLog();
  }

  public WindowLog windowLog() {
    return new DynamoWindowLog(
        traces, registry, new DynamoLedger(registry), objects(), retention());
  }

  public JudgeMessages judgeMessages() {
    return new SqsJudgeMessages(clients.sqs(), environment.required("ASSAY_JUDGEMENTS_QUEUE_URL"));
  }

  public FeedbackLog feedbackLog() {
    return dynamoFeedbackLog();
  }

  public LowScores lowScores() {
    return dynamoFeedbackLog();
  }

  private DynamoFeedbackLog dynamoFeedbackLog() {
    return new DynamoFeedbackLog(traces, segmentCheckLog(), retention());
  }

  public ReviewQueue reviewQueue() {
    return new DynamoReviewQueue(traces, retention());
  }

  public PolicyStore policyStore() {
    return new DynamoPolicyStore(registry, clock);
  }

  public AgentSettingsStore agentSettings() {
    return new DynamoAgentSettingsStore(registry, clock);
  }

  public RubricStore rubricStore() {
    return new DynamoRubricStore(registry, clock);
  }

  public FlowLog flowLog() {
    return new DynamoFlowLog(registry);
  }

  public Ledger ledger() {
    return new DynamoLedger(registry);
  }

  /** The secret behind the placeholders of redaction, 32 bytes. */
  public byte[] redactionKey() {
    return RedactionKey.of(registry);
  }

  public HandOver handOver() {
    return new SqsHandOver(
        clients.sqs(),
        environment.required("ASSAY_CHECKS_QUEUE_URL"),
        environment.required("ASSAY_JUDGEMENTS_QUEUE_URL"),
        environment.required("ASSAY_JOINS_QUEUE_URL"));
  }

  public DeadLetters deadLetters() {
    return new SqsDeadLetters(clients.sqs(), environment.required("ASSAY_TRACES_DEAD_LETTERS_URL"));
  }

  public LargeBodies largeBodies() {
    String buckets = environment.get("ASSAY_POINTER_BUCKETS", "");
    return new S3LargeBodies(clients.s3(), Set.of(buckets.split("\\s*,\\s*", -1)));
  }

  public Alerts alerts() {
    return new SnsAlerts(clients.sns(), environment.required("ASSAY_ALERTS_TOPIC_ARN"));
  }

  /** Proposals as JSON objects under {@code harvest/}. */
  public Proposals proposals() {
    return new S3Proposals(clients.s3(), environment.required("ASSAY_SEGMENTS_BUCKET"));
  }

  private SegmentObjects objects() {
    return new SegmentObjects(clients.s3(), environment.required("ASSAY_SEGMENTS_BUCKET"));
  }

  private Duration retention() {
    return Duration.ofDays(environment.number("ASSAY_RETENTION_DAYS", 30));
  }

  @Override
  public void close() {
    clients.close();
  }
}
