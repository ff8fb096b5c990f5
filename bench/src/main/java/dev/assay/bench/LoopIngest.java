package dev.assay.bench;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** JMH over {@link IngestBenchmark}: one thread, so the figure is for one core. */
final class LoopIngest implements Measurement {
  @Override
  public String name() {
    return "loop.ingest";
  }

  @Override
  public String about() {
    return "JMH: traces of 8 KB through ingest on one core, adapters faked";
  }

  @Override
  public List<Figure> measure(Path home, Consumer<String> details) throws Exception {
    Options options =
        new OptionsBuilder()
            .include(IngestBenchmark.class.getName() + ".batch")
            .mode(Mode.Throughput)
            .timeUnit(TimeUnit.SECONDS)
            .threads(1)
            .forks(2)
            .warmupIterations(4)
            .warmupTime(TimeValue.seconds(3))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(3))
            .jvmArgs(
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-Dassay.home=" + home.toAbsolutePath())
            .verbosity(VerboseMode.SILENT)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    var result = results.iterator().next().getPrimaryResult();
    return List.of(
        Figure.atLeast(name(), "traces a second and core", result.getScore(), "1/s", 4_000),
        Figure.told(name(), "99.9 % interval, either side", result.getScoreError(), "1/s"));
  }
}
