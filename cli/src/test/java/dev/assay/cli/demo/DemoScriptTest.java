package dev.assay.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class DemoScriptTest {
  @Test
  void there_are_enough_scripts_in_four_languages_and_both_channels() throws IOException {
    List<DemoScript> scripts = Scripts.all();
    assertThat(scripts).hasSizeGreaterThanOrEqualTo(44);
    assertThat(scripts.stream().map(script -> script.locale().getLanguage()).distinct())
        .containsExactlyInAnyOrder("en", "es", "de", "fr");
    assertThat(scripts.stream().map(DemoScript::flow).distinct()).hasSizeGreaterThanOrEqualTo(8);
    assertThat(scripts.stream().filter(DemoScript::isVoice)).hasSizeBetween(18, 27);
    assertThat(scripts.stream().anyMatch(DemoScript::newFlow)).isTrue();
  }

  @Test
  void every_kind_of_fault_is_planted_in_at_least_two_scripts() throws IOException {
    var kinds =
        Scripts.all().stream()
            .flatMap(script -> script.variants().stream())
            .collect(Collectors.groupingBy(Variant::fault, Collectors.counting()));
    assertThat(Arrays.asList(FaultKind.values()))
        .allSatisfy(kind ->
            assertThat(kinds.getOrDefault(kind, 0L)).as(kind.wireName()).isGreaterThanOrEqualTo(2));
  }

  @Test
  void commitment_faults_are_planted_in_all_four_languages() throws IOException {
    for (String language : List.of("en", "es", "de", "fr")) {
      long kinds =
          Scripts.all().stream()
              .filter(script -> script.locale().getLanguage().equals(language))
              .flatMap(script -> script.variants().stream())
              .map(Variant::fault)
              .filter(fault -> fault.family() == FaultKind.Family.COMMITMENT)
              .distinct()
              .count();
      assertThat(kinds).as(language).isGreaterThanOrEqualTo(9);
    }
  }

  @Test
  void a_variant_that_points_at_no_line_is_refused_with_file_and_field() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScriptReader("x").read(script("fault: wrong price\n    at: nowhere")))
        .withMessageContaining("x.yaml")
        .withMessageContaining("nowhere");
  }

  @Test
  void an_unknown_fault_is_refused_with_the_names_there_are() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScriptReader("x").read(script("fault: bad mood\n    at: here")))
        .withMessageContaining("bad mood")
        .withMessageContaining("wrong price");
  }

  private static String script(String variant) {
    return """
    agent: a
    versions: ["1"]
    model: m
    channel: chat
    flow: f
    locale: en-GB
    time_zone: UTC
    currency: GBP
    talk:
      - user: hello
      - agent @here: hello
      - user: thanks
      - agent: bye
    variants:
      - %s
    """
        .formatted(variant);
  }
}
