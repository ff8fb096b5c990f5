package dev.assay.aws;

import dev.assay.core.feedback.FeedbackLog.LowScore;
import dev.assay.core.harvest.Proposals;
import dev.assay.wire.Mappers;
import java.time.LocalDate;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.node.ObjectNode;

/** One JSON Lines object a project and day. */
public final class S3Proposals implements Proposals {
  private final S3Client s3;
  private final String bucket;

  S3Proposals(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public void keep(String project, LocalDate utcDay, List<LowScore> worst) {
    StringBuilder lines = new StringBuilder();
    for (LowScore low : worst) {
      lines.append(line(low)).append('\n');
    }
    s3.putObject(
        request ->
            request
                .bucket(bucket)
                .key("harvest/" + Keys.escape(project) + "/" + utcDay + ".jsonl")
                .contentType("application/jsonl"),
        RequestBody.fromString(lines.toString()));
  }

  private static ObjectNode line(LowScore low) {
    return Mappers.JSON
        .createObjectNode()
        .put("trace_id", low.trace().value())
        .put("revision", low.revision())
        .put("score", low.score())
        .put("source", low.source())
        .put("probability", low.probability());
  }
}
