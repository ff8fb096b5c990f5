package dev.assay.core.feedback;

/** How earlier stages ask for a person's look; the review stage answers. */
public interface ReviewRequests {
  /**
   * Asks for a look.
   *
   * @return false when it was asked for that trace and reason before
   */
  boolean request(ReviewItem item);
}
