package dev.assay.wire;

import dev.assay.core.judge.Draw;
import dev.assay.core.judge.Due;
import dev.assay.core.sampling.Cell;
import dev.assay.core.trace.Handed;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The messages on {@code judgements}. */
public final class JudgementJson {
  private JudgementJson() {}

  /** What a message asks for. */
  public sealed interface Judgement {
    /** Traces that the policy wishes to have judged, as ingest hands them over. */
    record Wished(List<Handed> traces) implements Judgement {
      public Wished {
        traces = List.copyOf(traces);
      }
    }

    /**
     * The draw of a window.
     *
     * @param due not to be made before
     */
    record Close(String project, Instant window, Instant due) implements Judgement {}

    /**
     * Traces to be judged.
     *
     * @param attempt from 1; more where a provider had failed in a way that passes
     */
    record Judge(List<Due> due, int attempt) implements Judgement {
      public Judge {
        due = List.copyOf(due);
      }
    }
  }

  /** A message that asks to close a window. */
  public static String close(String project, Instant window, Instant due) {
    ObjectNode json = Mappers.JSON.createObjectNode();
    json.putObject("close")
        .put("project", project)
        .put("window", window.toString())
        .put("due", due.toString());
    return json.toString();
  }

  /** A message that asks to judge. */
  public static String judge(List<Due> due, int attempt) {
    ObjectNode json = Mappers.JSON.createObjectNode();
    json.put("attempt", attempt);
    var list = json.putArray("judge");
    for (Due one : due) {
      ObjectNode node = HandedJson.write(one.trace());
      Draw draw = one.draw();
      if (draw != null) {
        node.set("draw", draw(draw));
      }
      list.add(node);
    }
    return json.toString();
  }

  static ObjectNode draw(Draw draw) {
    return Mappers.JSON
        .createObjectNode()
        .put("window", draw.window().toString())
        .put("cell", draw.cell().key())
        .put("upper_usd", draw.upperUsd());
  }

  static Draw readDraw(JsonNode json) {
    return new Draw(
        Instant.parse(json.path("window").asString("")),
        Cell.parse(json.path("cell").asString("")),
        json.path("upper_usd").asDouble());
  }

  /**
   * Reads any of them.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Judgement read(String body) {
    try {
      JsonNode json = Mappers.JSON.readTree(body);
      if (json.has("close")) {
        JsonNode close = json.path("close");
        return new Judgement.Close(
            close.path("project").asString(),
            Instant.parse(close.path("window").asString("")),
            Instant.parse(close.path("due").asString("")));
      }
      return json.has("judge")
          ? new Judgement.Judge(due(json.path("judge")), json.path("attempt").asInt(1))
          : new Judgement.Wished(HandedJson.read(json));
    } catch (JacksonException | DateTimeException e) {
      throw new IllegalArgumentException("expected a message for the judge", e);
    }
  }

  private static List<Due> due(JsonNode list) {
    List<Due> due = new ArrayList<>();
    for (JsonNode one : list) {
      JsonNode draw = one.path("draw");
      due.add(new Due(HandedJson.readOne(one), draw.isObject() ? readDraw(draw) : null));
    }
    return due;
  }
}
