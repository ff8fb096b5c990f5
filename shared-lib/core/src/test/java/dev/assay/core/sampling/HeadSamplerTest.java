package dev.assay.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.sampling.HeadSampler.Head;
import org.junit.jupiter.api.Test;

final class HeadSamplerTest {
  @Test
  void the_threshold_in_the_trace_state_tells_the_probability() {
    assertThat(HeadSampler.read("th:c;rv:123456789abcde", true)).isEqualTo(new Head.Known(0.25));
    assertThat(HeadSampler.read("rv:123456789abcde;th:0", true)).isEqualTo(new Head.Known(1));
  }

  @Test
  void a_head_sampler_that_does_not_tell_leaves_the_probability_unknown() {
    assertThat(HeadSampler.read("", true)).isEqualTo(new Head.Unknown());
    assertThat(HeadSampler.read("th:xyz", false)).isEqualTo(new Head.Unknown());
    assertThat(HeadSampler.read("", false)).isEqualTo(new Head.Known(1));
  }

  @Test
  void digits_are_read_back() {
    long threshold = SampleHash.threshold(100);
    assertThat(HeadSampler.threshold(HeadSampler.digits(threshold))).isEqualTo(threshold);
  }
}
