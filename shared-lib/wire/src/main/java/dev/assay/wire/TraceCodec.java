package dev.assay.wire;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdDictDecompress;
import com.github.luben.zstd.ZstdException;
import dev.assay.core.trace.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * How one stored form is compressed: a byte that names the form, then a zstd frame. Forms are added
 * and never changed or taken away, because what they wrote is still there. See decision 0002.
 */
public final class TraceCodec {
  /** zstd without a dictionary. */
  static final byte PLAIN = 0;

  /** zstd with the dictionary trained on the demo's conversations in November 2026. */
  static final byte DICTIONARY_1 = 1;

  private static final int LEVEL = 3;
  private static final byte[] DICTIONARY = dictionary("zstd-1.dict");
  // Digested once: loading a dictionary costs more than compressing a trace with it.
  private static final ZstdDictCompress COMPRESS = new ZstdDictCompress(DICTIONARY, LEVEL);
  private static final ZstdDictDecompress DECOMPRESS = new ZstdDictDecompress(DICTIONARY);

  private TraceCodec() {}

  /** Compresses many bodies in a row. Not for several threads. */
  static final class Encoder implements AutoCloseable {
    private final ZstdCompressCtx context = new ZstdCompressCtx();

    Encoder() {
      context.setLevel(LEVEL);
      context.loadDict(COMPRESS);
    }

    byte[] encode(Bytes body) {
      byte[] frame = context.compress(body.array());
      byte[] form = new byte[frame.length + 1];
      form[0] = DICTIONARY_1;
      System.arraycopy(frame, 0, form, 1, frame.length);
      return form;
    }

    @Override
    public void close() {
      context.close();
    }
  }

  /** Compresses a single body. */
  public static byte[] encode(Bytes body) {
    try (Encoder encoder = new Encoder()) {
      return encoder.encode(body);
    }
  }

  /**
   * Opens one compressed body.
   *
   * @throws IllegalArgumentException when these are not the bytes of one
   */
  public static Bytes decode(byte[] bytes, int offset, int length) {
    if (length < 2) {
      throw new IllegalArgumentException("a stored body has 2 or more bytes, not " + length);
    }
    byte[] frame = Arrays.copyOfRange(bytes, offset + 1, offset + length);
    long size = Zstd.getFrameContentSize(frame);
    if (size < 0 || size > 2 * Mappers.MAX_BODY_BYTES) {
      throw new IllegalArgumentException("a stored body does not say its size");
    }
    try (ZstdDecompressCtx context = new ZstdDecompressCtx()) {
      switch (bytes[offset]) {
        case PLAIN -> {}
        case DICTIONARY_1 -> context.loadDict(DECOMPRESS);
        default ->
            throw new IllegalArgumentException("stored form " + bytes[offset] + " is unknown");
      }
      return Bytes.of(context.decompress(frame, (int) size));
    } catch (ZstdException e) {
      throw new IllegalArgumentException("a stored body is damaged", e);
    }
  }

  private static byte[] dictionary(String name) {
    try (InputStream in = TraceCodec.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
