package dev.assay.local.count;

/**
 * How often and how much.
 *
 * @param requests HTTP requests
 * @param billed requests as billed: for SQS one per 64 KiB of payload begun, else one per request
 * @param bytesIn request bodies
 * @param bytesOut answer bodies
 * @param readUnits DynamoDB read request units
 * @param writeUnits DynamoDB write request units
 */
public record Tally(
    long requests, long billed, long bytesIn, long bytesOut, double readUnits, double writeUnits) {
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

  /** One request without capacity units. */
  public static Tally request(long billed, long bytesIn, long bytesOut) {
    return new Tally(1, billed, bytesIn, bytesOut, 0, 0);
  }

  public Tally plus(Tally other) {
    return new Tally(
        requests + other.requests,
        billed + other.billed,
        bytesIn + other.bytesIn,
        bytesOut + other.bytesOut,
        readUnits + other.readUnits,
        writeUnits + other.writeUnits);
  }

  public Tally minus(Tally other) {
    return plus(
        new Tally(
            -other.requests,
            -other.billed,
            -other.bytesIn,
            -other.bytesOut,
            -other.readUnits,
            -other.writeUnits));
  }
}
