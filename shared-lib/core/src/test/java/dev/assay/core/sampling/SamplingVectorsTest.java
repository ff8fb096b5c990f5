package dev.assay.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The method book's own numbers, reproduced by two other implementations. */
final class SamplingVectorsTest {
  @Test
  void thresholds_and_probabilities_are_exact() throws Exception {
    int seen = 0;
    for (JsonNode test : cases()) {
      if (test.path("id").asString().startsWith("threshold_")) {
        long threshold = SampleHash.threshold(test.path("inputs").path("rate_bp").asInt());
        assertThat(threshold).isEqualTo(Long.parseLong(test.path("expected").path("T").asString()));
        assertThat(SampleHash.probability(threshold))
            .isEqualTo(test.path("expected").path("probability").doubleValue());
        seen++;
      }
    }
    assertThat(seen).isEqualTo(7);
  }

  @Test
  void the_same_conversations_are_kept_as_in_the_reference() throws Exception {
    JsonNode test = byId("hash_decisions");
    String salt = test.path("inputs").path("salt").asString();
    JsonNode ids = test.path("inputs").path("trace_ids");
    for (int i = 0; i < ids.size(); i++) {
      long hash = SampleHash.of(salt, ids.get(i).asString());
      assertThat(hash).isEqualTo(Long.parseLong(test.path("expected").path("R").get(i).asString()));
      for (JsonNode rate : test.path("inputs").path("rates_bp")) {
        boolean keep = hash >= SampleHash.threshold(rate.asInt());
        assertThat(keep)
            .isEqualTo(
                test.path("expected").path("keep").path(rate.asString()).get(i).booleanValue());
      }
    }
    assertThat(ids.size()).isPositive();
  }

  @Test
  void the_highest_rate_of_overlapping_tiers_wins() throws Exception {
    JsonNode test = byId("tier_max");
    List<Integer> rates = new ArrayList<>();
    for (JsonNode tiers : test.path("inputs").path("traces")) {
      int best = SamplingPolicy.DEFAULT.rate(Tier.ROUTINE);
      for (JsonNode tier : tiers) {
        String name = tier.asString().equals("escalation") ? "escalated" : tier.asString();
        best =
            Math.max(
                best, SamplingPolicy.DEFAULT.rate(Tier.valueOf(name.toUpperCase(Locale.ROOT))));
      }
      rates.add(best);
    }
    List<Integer> expected = new ArrayList<>();
    test.path("expected").path("rate_bp").forEach(rate -> expected.add(rate.asInt()));
    assertThat(rates).isEqualTo(expected);
  }

  private static JsonNode byId(String id) throws Exception {
    for (JsonNode test : cases()) {
      if (test.path("id").asString().equals(id)) {
        return test;
      }
    }
    throw new AssertionError("no vector " + id);
  }

  private static JsonNode cases() throws Exception {
    try (InputStream in =
        SamplingVectorsTest.class.getResourceAsStream("/vectors/07_sampling_decisions.json")) {
      return JsonMapper.shared().readTree(in).path("cases");
    }
  }
}
