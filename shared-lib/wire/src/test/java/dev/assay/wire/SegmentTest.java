package dev.assay.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.trace.Bytes;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SegmentTest {
  /** What the first dictionary made of GOLDEN; whatever comes later must still read it. */
  private static final String GOLDEN =
      "{\"trace_id\":\"t\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";

  @Test
  void each_body_is_read_alone_from_its_extent() {
    List<Bytes> bodies = bodies(40);
    List<Segment.Extent> extents = new ArrayList<>();
    byte[] segment = write(bodies, extents);
    for (int i = 0; i < bodies.size(); i++) {
      Segment.Extent extent = extents.get(i);
      byte[] range =
          Arrays.copyOfRange(
              segment, (int) extent.offset(), (int) extent.offset() + extent.length());
      assertThat(TraceCodec.decode(range, 0, range.length).array())
          .isEqualTo(bodies.get(i).array());
    }
  }

  @Test
  void a_segment_is_walked_without_an_index() {
    List<Bytes> bodies = bodies(25);
    List<Bytes> read = Segment.readAll(write(bodies, new ArrayList<>()));
    assertThat(read).hasSize(25);
    for (int i = 0; i < read.size(); i++) {
      assertThat(read.get(i).array()).isEqualTo(bodies.get(i).array());
    }
  }

  @Test
  void damage_is_told_and_not_read() {
    byte[] segment = write(bodies(3), new ArrayList<>());
    assertThatThrownBy(() -> Segment.readAll(Arrays.copyOf(segment, segment.length - 1)))
        .hasMessageContaining("no segment");
    byte[] body = TraceCodec.encode(Bytes.utf8("x".repeat(500)));
    body[0] = 99;
    assertThatThrownBy(() -> TraceCodec.decode(body, 0, body.length))
        .hasMessageContaining("stored form 99 is unknown");
    body[0] = TraceCodec.DICTIONARY_1;
    body[6] ^= 0x55;
    assertThatThrownBy(() -> TraceCodec.decode(body, 0, body.length))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_body_of_the_first_day_is_read_for_ever() throws Exception {
    try (InputStream in = SegmentTest.class.getResourceAsStream("body-of-form-1.hex")) {
      assertThat(in).isNotNull();
      byte[] body =
          HexFormat.of().parseHex(new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip());
      assertThat(body[0]).isEqualTo(TraceCodec.DICTIONARY_1);
      assertThat(TraceCodec.decode(body, 0, body.length).utf8()).isEqualTo(GOLDEN);
    }
  }

  private static byte[] write(List<Bytes> bodies, List<Segment.Extent> extents) {
    try (Segment.Writer writer = new Segment.Writer()) {
      bodies.forEach(body -> extents.add(writer.add(body)));
      return writer.finish();
    }
  }

  private static List<Bytes> bodies(int count) {
    Random random = new Random(7);
    List<Bytes> bodies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] body = new byte[random.nextInt(5_000)];
      random.nextBytes(body);
      bodies.add(Bytes.of(body));
    }
    return bodies;
  }
}
