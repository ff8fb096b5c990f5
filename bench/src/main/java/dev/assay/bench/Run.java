package dev.assay.bench;

import dev.assay.aws.Adapters;
import dev.assay.aws.AwsClients;
import dev.assay.aws.Environment;
import dev.assay.core.sampling.Budget;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.sampling.SamplingPolicy;
import dev.assay.core.sampling.Tier;
import dev.assay.local.LocalOptions;
import dev.assay.local.LocalSystem;
import dev.assay.wire.ContentHash;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The local system with every trace equally likely to be judged, and a sender beside it. */
final class Run implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int MAX_ENTRIES = 10;

  final LocalSystem system;
  private final AwsClients clients;
  private final SqsClient sqs;
  private final Adapters adapters;
  private final String tracesUrl;

  /**
   * Starts a system.
   *
   * @param judgedBp share of all traces that are judged, in basis points
   */
  Run(Path home, int judgedBp) {
    system = LocalSystem.start(LocalOptions.of(home.resolve("template.yaml")));
    Map<String, String> variables = new HashMap<>(system.environment("Ingest"));
    Environment environment = new Environment(variables);
    clients = new AwsClients(environment);
    sqs = clients.sqs();
    adapters = new Adapters(environment, InstantSource.system());
    tracesUrl = system.resources().getOrDefault("TracesQueue", "");
    adapters.policyStore().save(policy(judgedBp));
  }

  private static SamplingPolicy policy(int judgedBp) {
    Map<Tier, Integer> rates = new EnumMap<>(Tier.class);
    for (Tier tier : Tier.values()) {
      rates.put(tier, judgedBp);
    }
    return new SamplingPolicy(2, "bench", rates, 30, 3, Budget.DEFAULT, Set.of());
  }

  void send(List<String> bodies) {
    List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
    for (String body : bodies) {
      entries.add(
          SendMessageBatchRequestEntry.builder()
              .id(ContentHash.of(body))
              .messageBody(body)
              .build());
      if (entries.size() == MAX_ENTRIES) {
        flush(entries);
      }
    }
    flush(entries);
  }

  private void flush(List<SendMessageBatchRequestEntry> entries) {
    if (!entries.isEmpty()) {
      List<SendMessageBatchRequestEntry> batch = List.copyOf(entries);
      sqs.sendMessageBatch(request -> request.queueUrl(tracesUrl).entries(batch));
      entries.clear();
    }
  }

  /** The day's counters once that many traces are checked and all that were kept are decided. */
  DayTotals await(long traces) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      DayTotals day = day();
      if (day.get(DayTotals.TRACES) >= traces && day.decided() >= day.get(DayTotals.WISHED)) {
        return day;
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("not done in " + PATIENCE + ": " + day().counts());
  }

  private DayTotals day() {
    return adapters.ledger().day("default", LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC));
  }

  @Override
  public void close() {
    adapters.close();
    clients.close();
    system.close();
  }
}
