package dev.assay.cli.input;

import dev.assay.core.trace.Bytes;
import dev.assay.wire.Mappers;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;

/**
 * The JSON documents of a stream, in constant memory: one a line, or, where the first line is not
 * whole, one after the other or as items of an array. A broken line does not touch its neighbours.
 */
final class Documents implements AutoCloseable {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final InputStream in;
  private final LineReader lines;
  private @Nullable JsonParser parser;
  private byte @Nullable [] first;

  /** One document where it starts, or the reason why it cannot be read. */
  record Raw(long line, Bytes json, @Nullable String problem) {}

  Documents(InputStream stream) throws IOException {
    in = new BufferedInputStream(stream, 1 << 16);
    in.mark(BYTE_ORDER_MARK.length);
    if (!java.util.Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
      in.reset();
    }
    lines = new LineReader(in);
    first = nextLine();
    byte[] line = first;
    if (line != null && !isWholeDocument(line)) {
      parser =
          Mappers.JSON.createParser(
              new SequenceInputStream(
                  new ByteArrayInputStream(line),
                  new SequenceInputStream(new ByteArrayInputStream(new byte[] {'\n'}), in)));
    }
  }

  private static boolean isWholeDocument(byte[] line) {
    if (new String(line, StandardCharsets.UTF_8).stripLeading().startsWith("[")) {
      return false;
    }
    try {
      Mappers.JSON.readTree(line);
      return true;
    } catch (UnexpectedEndOfInputException e) {
      return false;
    } catch (JacksonException e) {
      // A broken line among lines, as far as can be told.
      return true;
    }
  }

  Optional<Raw> next() throws IOException {
    JsonParser open = parser;
    if (open != null) {
      return nextValue(open);
    }
    byte[] line = first == null ? nextLine() : first;
    first = null;
    return line == null
        ? Optional.empty()
        : Optional.of(new Raw(lines.number(), Bytes.of(line), null));
  }

  private byte @Nullable [] nextLine() throws IOException {
    byte[] line = lines.next();
    while (line != null && isBlank(line)) {
      line = lines.next();
    }
    return line;
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private Optional<Raw> nextValue(JsonParser open) {
    long start = lines.number() - 1;
    try {
      JsonToken token = open.nextToken();
      while (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
        token = open.nextToken();
      }
      if (token == null) {
        return Optional.empty();
      }
      long line = start + open.currentTokenLocation().getLineNr();
      JsonNode tree = open.readValueAsTree();
      return Optional.of(new Raw(line, Bytes.of(Mappers.JSON.writeValueAsBytes(tree)), null));
    } catch (JacksonException e) {
      parser = Mappers.JSON.createParser(new byte[0]);
      TokenStreamLocation at = e.getLocation();
      long line = start + (at == null ? 1 : Math.max(1, at.getLineNr()));
      return Optional.of(
          new Raw(line, Bytes.of(new byte[0]), "body: expected JSON, got no JSON from here on"));
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
