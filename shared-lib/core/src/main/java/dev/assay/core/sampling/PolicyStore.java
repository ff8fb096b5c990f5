package dev.assay.core.sampling;

/** Where the policy lives: changeable without a deploy. */
public interface PolicyStore {
  /** The newest version; {@link SamplingPolicy#DEFAULT} when none was ever set. May be cached. */
  SamplingPolicy current();

  /**
   * Makes {@code policy} current.
   *
   * @return false when somebody else has stored that version meanwhile
   */
  boolean save(SamplingPolicy policy);
}
