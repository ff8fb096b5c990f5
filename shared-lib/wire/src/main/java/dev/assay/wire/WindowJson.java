package dev.assay.wire;

import dev.assay.core.judge.Candidate;
import dev.assay.core.judge.WindowLog.Closed;
import dev.assay.core.judge.WindowLog.Fate;
import dev.assay.core.sampling.Cell;
import dev.assay.core.sampling.Signal;
import dev.assay.core.sampling.WindowDraw;
import dev.assay.core.sampling.WindowDraw.Parameters;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.TraceKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who waits in a window, and what was decided when it closed. */
public final class WindowJson {
  private WindowJson() {}

  /** Candidates of one batch. */
  public static byte[] write(List<Candidate> candidates) {
    ArrayNode list = Mappers.JSON.createArrayNode();
    candidates.forEach(one -> list.add(candidate(one)));
    return Mappers.JSON.writeValueAsBytes(list);
  }

  /** Reads them back. */
  public static List<Candidate> readCandidates(Bytes json) {
    List<Candidate> candidates = new ArrayList<>();
    for (JsonNode one : Mappers.JSON.readTree(json.array())) {
      candidates.add(readCandidate(one));
    }
    return candidates;
  }

  private static ObjectNode candidate(Candidate one) {
    ObjectNode json = HandedJson.write(one.trace());
    ArrayNode signals = json.putArray("signals");
    one.signals().stream().sorted().forEach(signal -> signals.add(signal.wireName()));
    return json.put("upper_usd", one.upperUsd());
  }

  private static Candidate readCandidate(JsonNode json) {
    Set<Signal> signals = EnumSet.noneOf(Signal.class);
    for (JsonNode signal : json.path("signals")) {
      signals.add(Signal.valueOf(signal.asString().toUpperCase(Locale.ROOT)));
    }
    return new Candidate(HandedJson.readOne(json), signals, json.path("upper_usd").asDouble());
  }

  /** A decision with what became of each candidate. */
  public static byte[] write(Closed closed) {
    ObjectNode json = Mappers.JSON.createObjectNode();
    json.put("at", closed.at().toString());
    json.put("reason", closed.reason());
    json.put("unchecked", closed.unchecked());
    json.set("parameters", parameters(closed.parameters()));
    ArrayNode fates = json.putArray("fates");
    closed.fates().values().forEach(fate -> fates.add(fate(fate)));
    return Mappers.JSON.writeValueAsBytes(json);
  }

  /** Reads it back. */
  public static Closed readClosed(Bytes bytes) {
    JsonNode json = Mappers.JSON.readTree(bytes.array());
    Map<TraceKey, Fate> fates = new LinkedHashMap<>();
    for (JsonNode one : json.path("fates")) {
      Fate fate = readFate(one);
      fates.put(fate.candidate().trace().key(), fate);
    }
    return new Closed(
        Instant.parse(json.path("at").asString("")),
        readParameters(json.path("parameters")),
        json.path("reason").asString(),
        json.path("unchecked").asInt(),
        fates);
  }

  private static ObjectNode fate(Fate fate) {
    ObjectNode json = candidate(fate.candidate());
    json.put("fate", fate.fate().name().toLowerCase(Locale.ROOT));
    json.set("draw", JudgementJson.draw(fate.draw()));
    return json.put("rate", fate.rate()).put("final_probability", fate.probability());
  }

  private static Fate readFate(JsonNode json) {
    return new Fate(
        readCandidate(json),
        WindowDraw.Fate.valueOf(json.path("fate").asString().toUpperCase(Locale.ROOT)),
        JudgementJson.readDraw(json.path("draw")),
        json.path("rate").asDouble(),
        json.path("final_probability").asDouble());
  }

  private static ObjectNode parameters(Parameters numbers) {
    ObjectNode json = Mappers.JSON.createObjectNode();
    json.put("budget_usd", numbers.budgetUsd());
    json.put("wished_usd", numbers.wishedUsd());
    json.put("expected_usd", numbers.expectedUsd());
    json.put("drawn_usd", numbers.drawnUsd());
    numbers.kappa().ifPresent(kappa -> json.put("kappa", kappa));
    json.put("floor_scale", numbers.floorScale());
    numbers.tau().ifPresent(tau -> json.put("tau", tau));
    ArrayNode rates = json.putArray("rates");
    for (WindowDraw.Rate rate : numbers.rates()) {
      rates
          .addObject()
          .put("cell", rate.cell().key())
          .put("wish", rate.wish())
          .put("rate", rate.rate())
          .put("candidates", rate.candidates());
    }
    return json;
  }

  private static Parameters readParameters(JsonNode json) {
    List<WindowDraw.Rate> rates = new ArrayList<>();
    for (JsonNode rate : json.path("rates")) {
      rates.add(
          new WindowDraw.Rate(
              Cell.parse(rate.path("cell").asString("")),
              rate.path("wish").asDouble(),
              rate.path("rate").asDouble(),
              rate.path("candidates").asInt()));
    }
    return new Parameters(
        json.path("budget_usd").asDouble(),
        json.path("wished_usd").asDouble(),
        json.path("expected_usd").asDouble(),
        json.path("drawn_usd").asDouble(),
        optional(json.path("kappa")),
        json.path("floor_scale").asDouble(1),
        optional(json.path("tau")),
        rates);
  }

  private static OptionalDouble optional(JsonNode number) {
    return number.isNumber() ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
  }
}
