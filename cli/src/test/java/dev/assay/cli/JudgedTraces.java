package dev.assay.cli;

import dev.assay.aws.Adapters;
import dev.assay.aws.Environment;
import dev.assay.core.ingest.Arrival;
import dev.assay.core.ingest.Reading;
import dev.assay.core.ingest.TraceFormat;
import dev.assay.core.judge.Due;
import dev.assay.core.judge.JudgeBatch;
import dev.assay.core.judge.Judges;
import dev.assay.core.sampling.Sampler;
import dev.assay.core.sampling.SamplingPolicy;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Handed;
import dev.assay.core.trace.TraceKey;
import dev.assay.local.LocalOptions;
import dev.assay.local.LocalSystem;
import dev.assay.models.JudgeModels;
import dev.assay.wire.JsonTraceFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A system without functions in which traces are stored and judged. */
final class JudgedTraces implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** When the traces began: within the hour, so that the shortest periods hold them. */
  final Instant began = Instant.now().minus(Duration.ofMinutes(30));

  final LocalSystem system;
  final Adapters adapters;
  private final TraceFormat format = JsonTraceFormat.verbatim(InstantSource.system());

  JudgedTraces() {
    system =
        LocalSystem.start(
            LocalOptions.of(Typed.project().resolve("template.yaml")).withFunctions(Set.of("Api")));
    Map<String, String> variables = new HashMap<>();
    for (String function : List.of("Ingest", "Judge")) {
      variables.putAll(system.environment(function));
    }
    adapters = new Adapters(new Environment(variables), InstantSource.system());
  }

  /** A trace whose agent names a price, right where it is 249.99; drawn with this probability. */
  Handed stored(String project, String id, String price, double probability) {
    ObjectNode json = (ObjectNode) JSON.readTree(Lines.priced(id, price));
    json.put("project", project).put("started_at", began.toString());
    Reading.Accepted read = (Reading.Accepted) format.read(Bytes.utf8(json.toString()));
    Arrival arrival =
        new Arrival(
            new TraceKey(read.trace().id(), 1),
            read.trace(),
            read.stored(),
            0.01,
            Sampler.decide(SamplingPolicy.DEFAULT, read.trace(), Instant.EPOCH),
            List.of());
    return Handed.of(adapters.traceStore().store(List.of(arrival), began).getFirst())
        .drawnWith(probability);
  }

  /** Judges by the judge of the spec, as the function does. */
  void judge(List<Handed> traces, String spec) {
    JudgeBatch.Ports ports =
        new JudgeBatch.Ports(
            adapters.traceArchive(),
            format,
            adapters.agentSettings(),
            adapters.policyStore(),
            adapters.judgeLog(),
            adapters.lowScores(),
            adapters.reviewQueue(),
            alert -> {});
    Judges judges = JudgeModels.judges(spec, Map.of(), adapters.rubricStore());
    List<Due> due = new ArrayList<>();
    traces.forEach(trace -> due.add(new Due(trace, null)));
    new JudgeBatch(ports, judges, 4, InstantSource.system())
        .judge("b" + spec + due.hashCode(), due, 1, true, Instant.now(), Instant.MAX);
  }

  Typed type(Path directory, String... arguments) {
    return typing("", directory, arguments);
  }

  Typed typing(String input, Path directory, String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--endpoint-url";
    all[arguments.length + 1] = system.endpoint().toString();
    return Typed.with(input, Typed.project(), directory, all);
  }

  @Override
  public void close() {
    adapters.close();
    system.close();
  }
}
