package dev.assay.core.review;

import java.util.List;

/** What waits for a person. */
public interface ReviewQueue {
  /**
   * Opens an item.
   *
   * @return false when there is one for that trace and reason already
   */
  boolean open(ReviewItem item);

  /** Open items, lowest score first. */
  List<ReviewItem> open(String project, int limit);
}
