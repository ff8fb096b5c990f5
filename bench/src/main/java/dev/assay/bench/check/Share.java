package dev.assay.bench.check;

/** So many of so many, with its 95 % interval by Wilson, which holds for small shares too. */
record Share(long hits, long of) {
  /** Two-sided 95 % point of the normal distribution. */
  private static final double Z = 1.959963984540054;

  double value() {
    return of == 0 ? 0 : (double) hits / of;
  }

  double low() {
    return hits == 0 ? 0 : Math.max(0, centre() - half());
  }

  double high() {
    return hits == of ? 1 : Math.min(1, centre() + half());
  }

  private double centre() {
    return (value() + Z * Z / (2 * of)) / (1 + Z * Z / of);
  }

  private double half() {
    double spread = value() * (1 - value()) / of + Z * Z / (4.0 * of * of);
    return Z * Math.sqrt(spread) / (1 + Z * Z / of);
  }
}
