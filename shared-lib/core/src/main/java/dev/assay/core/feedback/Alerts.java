package dev.assay.core.feedback;

/** Reaches people; may tell them twice. */
public interface Alerts {
  void send(Alert alert);
}
