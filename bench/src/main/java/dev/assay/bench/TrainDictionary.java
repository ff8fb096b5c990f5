package dev.assay.bench;

import com.github.luben.zstd.ZstdDictTrainer;
import dev.assay.core.ingest.Reading;
import dev.assay.core.trace.Bytes;
import dev.assay.wire.JsonTraceFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Trains a compression dictionary from the demo's conversations, never from anybody's real ones: a
 * dictionary repeats parts of what it was trained on. A new dictionary is a new stored form; see
 * decision 0002.
 */
final class TrainDictionary {
  private static final int TRACES = 4_000;
  private static final int DICTIONARY_BYTES = 64 << 10;

  private TrainDictionary() {}

  /** Arguments: the repository's root, the file to write. */
  public static void main(String[] arguments) throws IOException {
    ZstdDictTrainer trainer = new ZstdDictTrainer(TRACES * 2 * Traffic.BYTES, DICTIONARY_BYTES, 3);
    JsonTraceFormat format = JsonTraceFormat.verbatim(InstantSource.system());
    for (String trace : Traffic.traces(Path.of(arguments[0]), 5, TRACES)) {
      if (format.read(Bytes.utf8(trace)) instanceof Reading.Accepted accepted) {
        trainer.addSample(accepted.stored().array());
      }
    }
    Files.write(Path.of(arguments[1]), trainer.trainSamples());
  }
}
