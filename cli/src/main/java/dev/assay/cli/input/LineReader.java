package dev.assay.cli.input;

import dev.assay.wire.Mappers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines as bytes, so that nothing is decoded twice. */
final class LineReader {
  private final InputStream in;
  private long number;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** The number of the line read last, from 1. */
  long number() {
    return number;
  }

  /**
   * The next line without its end; null after the last. One that is longer than any trace may be is
   * cut right behind that length.
   */
  byte @Nullable [] next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 13);
    int next = in.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      if (line.size() <= Mappers.MAX_BODY_BYTES) {
        line.write(next);
      }
      next = in.read();
    }
    number++;
    return line.toByteArray();
  }
}
