package dev.assay.core.review;

import dev.assay.core.feedback.ReviewItem;
import dev.assay.core.feedback.ReviewRequests;
import java.util.List;

/** What waits for a person. */
public interface ReviewQueue extends ReviewRequests {
  /** Open items, lowest score first. */
  List<ReviewItem> open(String project, int limit);
}
