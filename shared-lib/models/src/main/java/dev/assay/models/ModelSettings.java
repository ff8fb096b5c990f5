package dev.assay.models;

import dev.assay.core.feedback.PriceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Limits and prices of every model that this process asks, from the environment. */
record ModelSettings(CallLimits limits, Patience patience, RateLimits rates, PriceTable prices) {
  private static final int DAY_SECONDS = 86_400;

  /**
   * Reads and checks the variables.
   *
   * @throws IllegalArgumentException naming the variable and what was expected
   */
  static ModelSettings from(Map<String, String> environment) {
    Variables variables = new Variables(environment);
    CallLimits standard = CallLimits.DEFAULT;
    CallLimits limits =
        new CallLimits(
            standard.connect(),
            seconds(variables, "ASSAY_JUDGE_TIMEOUT_SECONDS", standard.answer()),
            variables.whole("ASSAY_JUDGE_OUTPUT_TOKENS", standard.outputTokens(), 0, 1_000_000));
    Duration total = seconds(variables, "ASSAY_JUDGE_CALL_SECONDS", Patience.DEFAULT.total());
    return new ModelSettings(
        limits, Patience.DEFAULT.within(total), rates(variables), prices(variables));
  }

  Terms terms() {
    return new Terms(limits, prices);
  }

  /** The provider's rates hold for all processes together; each takes its share. */
  private static RateLimits rates(Variables variables) {
    int processes = variables.whole("ASSAY_JUDGE_PROCESSES", 1, 1, 10_000);
    int calls = variables.whole("ASSAY_JUDGE_RPM", 0, 0, Integer.MAX_VALUE);
    int tokens = variables.whole("ASSAY_JUDGE_TPM", 0, 0, Integer.MAX_VALUE);
    int atOnce =
        variables.whole("ASSAY_JUDGE_CALLS_AT_ONCE", RateLimits.DEFAULT.callsAtOnce(), 1, 10_000);
    return new RateLimits(share(calls, processes), share(tokens, processes), atOnce);
  }

  private static int share(int rate, int processes) {
    return rate == 0 ? 0 : Math.max(1, rate / processes);
  }

  private static Duration seconds(Variables variables, String name, Duration otherwise) {
    return Duration.ofSeconds(variables.whole(name, (int) otherwise.toSeconds(), 1, DAY_SECONDS));
  }

  private static PriceTable prices(Variables variables) {
    String name = "ASSAY_JUDGE_PRICES";
    PriceTable builtIn = PriceTable.builtIn();
    return variables
        .text(name)
        .map(file -> builtIn.overriddenBy(PriceTable.parse(read(name, file))))
        .orElse(builtIn);
  }

  private static String read(String name, String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw Variables.wrong(name, "a file that can be read", e);
    }
  }
}
