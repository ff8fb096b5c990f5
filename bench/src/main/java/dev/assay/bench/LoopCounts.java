package dev.assay.bench;

import dev.assay.core.sampling.DayTotals;
import dev.assay.local.count.Counts;
import dev.assay.local.count.Operation;
import dev.assay.local.count.Tally;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Operations of AWS for each trace, counted by the local endpoints, and what they would cost. */
final class LoopCounts implements Measurement {
  private static final int TRACES = 10_000;
  private static final int JUDGED_BP = 1_650;
  private static final int MILLION = 1_000_000;

  @Override
  public String name() {
    return "loop.counts";
  }

  @Override
  public String about() {
    return "AWS operations for each of 10,000 traces of 8 KB at 16.5 % judged, and their price";
  }

  @Override
  public List<Figure> measure(Path home, Consumer<String> details) throws Exception {
    List<String> traces = Traffic.traces(home, 1, TRACES);
    try (Run run = new Run(home, JUDGED_BP)) {
      Counts before = run.system.counts();
      run.send(traces);
      DayTotals day = run.await(TRACES);
      Counts counts = run.system.counts().minus(before);
      return figures(counts, day, Prices.read(home));
    }
  }

  private List<Figure> figures(Counts counts, DayTotals day, Prices prices) {
    Tally sqs = counts.total(LoopCounts::isOurSqs);
    Tally dynamoDb = counts.total("dynamodb");
    double puts = counts.total("s3", "PUT").requests();
    double gets = counts.total("s3", "GET").requests();
    double dollars =
        dynamoDb.writeUnits() * prices.of("dynamodb_write_unit")
            + dynamoDb.readUnits() * prices.of("dynamodb_read_unit")
            + (double) sqs.billed() * prices.of("sqs_request_of_64_kb")
            + puts * prices.of("s3_put")
            + gets * prices.of("s3_get")
            + counts.total("sns").requests() * prices.of("sns_publish");
    return List.of(
        Figure.atMost(name(), "DynamoDB write units a trace", each(dynamoDb.writeUnits()), "", 1.8),
        Figure.atMost(
            name(), "SQS requests of our own a trace", each((double) sqs.requests()), "", 0.3),
        Figure.atMost(name(), "S3 puts a trace", each(puts), "", 0.02),
        Figure.told(
            name(), "SQS requests billed (64 KB steps) a trace", each((double) sqs.billed()), ""),
        Figure.told(name(), "DynamoDB read units a trace", each(dynamoDb.readUnits()), ""),
        Figure.told(name(), "S3 gets a trace", each(gets), ""),
        Figure.told(name(), "share judged", day.decided() / day.get(DayTotals.TRACES), ""),
        Figure.told(
            name(),
            "share alerted or flagged",
            (day.get(DayTotals.ALERTED) + day.get(DayTotals.FLAGGED)) / TRACES,
            ""),
        Figure.told(
            name(),
            "operations of a million traces, without Lambda and the judge's model",
            dollars / TRACES * MILLION,
            "USD"));
  }

  private static double each(double count) {
    return count / TRACES;
  }

  /** Everything but the sender's own sending. */
  private static boolean isOurSqs(Operation operation) {
    boolean senders =
        operation.name().startsWith("SendMessage") && operation.resource().endsWith("-traces");
    return operation.service().equals("sqs") && !senders;
  }
}
