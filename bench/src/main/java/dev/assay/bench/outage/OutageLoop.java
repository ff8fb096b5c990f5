package dev.assay.bench.outage;

import dev.assay.aws.Adapters;
import dev.assay.aws.AwsClients;
import dev.assay.aws.Environment;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.sampling.Budget;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.sampling.SamplingPolicy;
import dev.assay.core.sampling.Tier;
import dev.assay.core.trace.TraceId;
import dev.assay.local.LocalOptions;
import dev.assay.local.LocalSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The local system whose judge is a given model, every trace wished and affordable. */
final class OutageLoop implements AutoCloseable {
  private static final int MAX_ENTRIES = 10;
  private static final String PROJECT = "default";

  private final LocalSystem system;
  private final AwsClients clients;
  private final SqsClient sqs;
  private final Adapters adapters;

  OutageLoop(Path home, String model, Path prices, int againSeconds) {
    system =
        LocalSystem.start(
            LocalOptions.of(home.resolve("template.yaml"))
                .withParameters(Map.of("JudgeModel", model, "BatchingWindowSeconds", "1"))
                .withEnvironment(
                    Map.of(
                        "ASSAY_JUDGE_PRICES",
                        prices.toString(),
                        "ASSAY_JUDGE_AGAIN_SECONDS",
                        Integer.toString(againSeconds))));
    Environment environment = new Environment(new HashMap<>(system.environment("Ingest")));
    clients = new AwsClients(environment);
    sqs = clients.sqs();
    adapters = new Adapters(environment, InstantSource.system());
    adapters.policyStore().save(policy());
  }

  private static SamplingPolicy policy() {
    Map<Tier, Integer> rates = new EnumMap<>(Tier.class);
    for (Tier tier : Tier.values()) {
      rates.put(tier, SamplingPolicy.ALWAYS);
    }
    Budget budget = new Budget(0.05, 0.01, Duration.ofSeconds(10));
    return new SamplingPolicy(2, "bench", rates, 30, 3, budget, Set.of());
  }

  void send(List<String> bodies) {
    String url = queue("TracesQueue");
    for (int from = 0; from < bodies.size(); from += MAX_ENTRIES) {
      List<SendMessageBatchRequestEntry> entries =
          bodies.subList(from, Math.min(bodies.size(), from + MAX_ENTRIES)).stream()
              .map(body ->
                  SendMessageBatchRequestEntry.builder()
                      .id(Integer.toString(bodies.indexOf(body)))
                      .messageBody(body)
                      .build())
              .toList();
      sqs.sendMessageBatch(request -> request.queueUrl(url).entries(entries));
    }
  }

  /** A counter of today and, about midnight, of yesterday. */
  double counted(String name) {
    return sum(day -> day.get(name));
  }

  /** Wished traces whose fate is known. */
  double decided() {
    return sum(DayTotals::decided);
  }

  private double sum(ToDoubleFunction<DayTotals> counter) {
    LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    return adapters.ledger().days(PROJECT, today.minusDays(1), today).values().stream()
        .mapToDouble(counter)
        .sum();
  }

  /** How many scores of the judge a trace has under each rubric. */
  Collection<Long> scores(String trace) {
    return adapters.feedbackLog().of(new TraceId(trace)).stream()
        .filter(OutageLoop::judged)
        .collect(Collectors.groupingBy(one -> one.assessment().key(), Collectors.counting()))
        .values();
  }

  private static boolean judged(Feedback feedback) {
    return feedback.source().type() == Source.Type.JUDGE
        && feedback.assessment().verdict() instanceof Verdict.Scored;
  }

  /** Messages of a queue in any state. */
  int depth(String logicalId) {
    return sqs
        .getQueueAttributes(request ->
            request
                .queueUrl(queue(logicalId))
                .attributeNames(
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
        .attributes()
        .values()
        .stream()
        .mapToInt(Integer::parseInt)
        .sum();
  }

  private String queue(String logicalId) {
    return system.resources().getOrDefault(logicalId, "");
  }

  @Override
  public void close() {
    adapters.close();
    clients.close();
    system.close();
  }
}
