package dev.assay.bench.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.feedback.Finding;
import dev.assay.wire.Mappers;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FiguresTest {
  @Test
  void the_interval_of_a_share_is_wilsons() {
    Share share = new Share(10, 100);
    assertThat(share.low()).isCloseTo(0.0552, within(1e-4));
    assertThat(share.high()).isCloseTo(0.1744, within(1e-4));
    assertThat(new Share(0, 50).low()).isZero();
    assertThat(new Share(0, 50).high()).isCloseTo(0.0714, within(1e-4));
    assertThat(new Share(0, 0).high()).isEqualTo(1);
  }

  @Test
  void the_exponent_is_the_slope_of_the_logarithms() {
    assertThat(slope(1)).isCloseTo(1, within(1e-9));
    assertThat(slope(2)).isCloseTo(2, within(1e-9));
  }

  private static double slope(int power) {
    return CheckLinear.slope(
        List.of(
            new double[] {10, Math.pow(10, power)},
            new double[] {20, Math.pow(20, power)},
            new double[] {40, Math.pow(40, power)}));
  }

  private static final String LINE =
      """
      {"id": "X1", "lang": "en", "utterance": "Your total comes to $249.99.",
       "context": {"date": "2026-02-25T10:00", "tz": "America/New_York", "policy": "", "history": [],
        "toolResults": [{"tool": "get_cart", "args": {}, "ok": true,
                         "result": {"total": 249.99, "currency": "USD"}}]},
       "expected": [{"type": "PRICE", "text": "$249.99", "normalised": "USD 249.99",
                     "grounded": true, "why": "exact"}]}
      """;

  @Test
  void a_line_passes_when_everything_is_as_labelled() {
    SeedLine line = new SeedLine(Mappers.JSON.readTree(LINE));
    assertThat(line.problems(line.findings())).isEmpty();
    assertThat(line.isHardNegative()).isFalse();
  }

  @Test
  void a_line_differs_by_what_is_missing_what_is_too_much_and_what_is_judged_otherwise() {
    List<Finding> found = new SeedLine(Mappers.JSON.readTree(LINE)).findings();
    SeedLine wrong =
        new SeedLine(
            Mappers.JSON.readTree(LINE.replace("\"grounded\": true", "\"grounded\": false")));
    assertThat(wrong.problems(found)).containsExactly("grounded but exact");
    SeedLine other = new SeedLine(Mappers.JSON.readTree(LINE.replace("\"PRICE\"", "\"FEE\"")));
    assertThat(other.problems(found))
        .containsExactly("missing FEE $249.99", "unexpected PRICE $249.99");
    SeedLine form = new SeedLine(Mappers.JSON.readTree(LINE.replace("USD 249.99", "EUR 249.99")));
    assertThat(form.problems(found)).singleElement().asString().startsWith("normalised USD 249.99");
  }
}
