package dev.assay.cli.show;

import dev.assay.core.feedback.Finding;

/** A finding in one line, without what was said. */
public final class FindingLine {
  private FindingLine() {}

  /** Such as {@code contradicted PRICE USD 249.99; nearest get_cart.total = USD 279.99}. */
  public static String of(Finding finding) {
    StringBuilder line = new StringBuilder(finding.verdict().replace('_', ' '));
    line.append(' ').append(finding.type());
    if (finding.normalised() != null) {
      line.append(' ').append(finding.normalised());
    }
    if (finding.nearest() != null) {
      line.append("; nearest ").append(finding.nearest());
    }
    return line.toString();
  }
}
