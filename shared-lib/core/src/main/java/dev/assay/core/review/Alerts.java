package dev.assay.core.review;

/** Reaches people; may tell them twice. */
public interface Alerts {
  void send(Alert alert);
}
