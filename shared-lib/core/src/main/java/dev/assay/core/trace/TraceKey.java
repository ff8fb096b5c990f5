package dev.assay.core.trace;

/**
 * One state of a trace: scores belong to a revision, and a higher one outranks a lower everywhere.
 *
 * @param revision 1 for a trace sent whole; each late piece of a joined one adds 1
 */
public record TraceKey(TraceId id, int revision) {
  public TraceKey {
    if (revision < 1) {
      throw new IllegalArgumentException("a revision is 1 or more, not " + revision);
    }
  }

  @Override
  public String toString() {
    return id + "#" + revision;
  }
}
