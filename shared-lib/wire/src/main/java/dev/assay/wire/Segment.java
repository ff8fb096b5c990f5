package dev.assay.wire;

import dev.assay.core.trace.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One object of many bodies, each compressed alone so that one ranged read returns one.
 *
 * <pre>
 * "ASG1" | body 0 | body 1 | … | (offset:8 length:4) per body | count:4 | "ASGX"
 * </pre>
 *
 * The table at the end lets a batch job walk a segment without the index.
 */
public final class Segment {
  private static final byte[] HEAD = "ASG1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TAIL = "ASGX".getBytes(StandardCharsets.US_ASCII);
  private static final int ENTRY_BYTES = Long.BYTES + Integer.BYTES;

  private Segment() {}

  /** Where one body lies in its segment. */
  public record Extent(long offset, int length) {}

  /** Builds a segment. Not for several threads. */
  public static final class Writer implements AutoCloseable {
    private final TraceCodec.Encoder encoder = new TraceCodec.Encoder();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    private final List<Extent> extents = new ArrayList<>();

    public Writer() {
      out.writeBytes(HEAD);
    }

    /** Adds a body; its ordinal is the number of bodies before it. */
    public Extent add(Bytes body) {
      byte[] encoded = encoder.encode(body);
      Extent extent = new Extent(out.size(), encoded.length);
      out.writeBytes(encoded);
      extents.add(extent);
      return extent;
    }

    /** The whole object. Nothing can be added afterwards. */
    public byte[] finish() {
      ByteBuffer table = ByteBuffer.allocate(extents.size() * ENTRY_BYTES + Integer.BYTES);
      for (Extent extent : extents) {
        table.putLong(extent.offset()).putInt(extent.length());
      }
      table.putInt(extents.size());
      out.writeBytes(table.array());
      out.writeBytes(TAIL);
      return out.toByteArray();
    }

    @Override
    public void close() {
      encoder.close();
    }
  }

  /**
   * All bodies of a segment, in their order.
   *
   * @throws IllegalArgumentException when these are not the bytes of one
   */
  public static List<Bytes> readAll(byte[] segment) {
    int end = segment.length - TAIL.length - Integer.BYTES;
    if (end < HEAD.length || !endsWithTail(segment)) {
      throw new IllegalArgumentException("no segment: its end is missing");
    }
    ByteBuffer buffer = ByteBuffer.wrap(segment);
    int count = buffer.getInt(end);
    int table = end - count * ENTRY_BYTES;
    List<Bytes> bodies = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int at = table + i * ENTRY_BYTES;
      bodies.add(
          TraceCodec.decode(
              segment, Math.toIntExact(buffer.getLong(at)), buffer.getInt(at + Long.BYTES)));
    }
    return bodies;
  }

  private static boolean endsWithTail(byte[] segment) {
    for (int i = 0; i < TAIL.length; i++) {
      if (segment[segment.length - TAIL.length + i] != TAIL[i]) {
        return false;
      }
    }
    return true;
  }
}
