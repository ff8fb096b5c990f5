package dev.assay.function.api;

import dev.assay.core.feedback.FeedbackLog;
import dev.assay.core.feedback.ReviewItem;
import dev.assay.core.review.ReviewQueue;
import dev.assay.core.sampling.Ledger;
import dev.assay.core.sampling.PolicyStore;
import dev.assay.core.trace.TraceArchive;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.TraceRecord;
import dev.assay.wire.Mappers;
import dev.assay.wire.StatusJson;
import dev.assay.wire.TraceViewJson;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What each path answers. Reads only. */
final class Routes {
  private static final int MAX_ITEMS = 100;
  private static final String DEFAULT_PROJECT = "default";

  private final Ports ports;
  private final InstantSource clock;

  /** What the routes read from. */
  record Ports(
      TraceArchive archive,
      FeedbackLog feedback,
      ReviewQueue review,
      Ledger ledger,
      PolicyStore policy) {}

  Routes(Ports ports, InstantSource clock) {
    this.ports = ports;
    this.clock = clock;
  }

  Reply answer(String method, String path, Map<String, String> query) {
    if (!method.equals("GET")) {
      return error(405, "only GET is served here");
    }
    String project = query.getOrDefault("project", DEFAULT_PROJECT);
    if (path.equals("/")) {
      return Reply.html(OverviewPage.render(status(project), review(project)));
    }
    if (path.equals("/v1/status")) {
      return Reply.json(200, status(project));
    }
    if (path.equals("/v1/review")) {
      ArrayNode items = Mappers.JSON.createArrayNode();
      review(project).forEach(item -> items.add(TraceViewJson.write(item)));
      return Reply.json(200, items);
    }
    if (path.startsWith("/v1/traces/")) {
      return trace(path.substring("/v1/traces/".length()));
    }
    return error(404, "no such path; try /v1/status, /v1/review or /v1/traces/ID");
  }

  private List<ReviewItem> review(String project) {
    return ports.review().open(project, MAX_ITEMS);
  }

  private ObjectNode status(String project) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return StatusJson.write(
        project, today, ports.ledger().day(project, today), ports.policy().current());
  }

  private Reply trace(String id) {
    if (!TraceId.isValid(id)) {
      return error(400, "trace_id: expected 1 to 128 characters of A-Z a-z 0-9 . _ : -");
    }
    TraceId trace = new TraceId(id);
    Optional<TraceRecord> found = ports.archive().find(trace);
    if (found.isEmpty()) {
      return error(404, "no trace of that id");
    }
    TraceRecord stored = found.get();
    return Reply.json(
        200,
        TraceViewJson.write(
            stored,
            ports.archive().read(List.of(stored.pointer())).getFirst(),
            ports.feedback().of(trace)));
  }

  private static Reply error(int status, String message) {
    return Reply.json(status, Mappers.JSON.createObjectNode().put("error", message));
  }
}
