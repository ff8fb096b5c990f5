package dev.assay.core.check.commitment.verdict;

/** What kind of promise or claim a commitment is; the names stand in the feedback. */
public enum CommitmentType {
  /** What the customer would pay or see. */
  PRICE("a price"),
  FEE("a fee"),
  BALANCE("a balance"),
  LIMIT("a limit"),
  CREDIT("a credit"),
  REFUND("a refund"),
  /** A percentage off. */
  DISCOUNT("a discount"),
  /** Any other percentage that binds. */
  RATE("a rate"),
  /** Date or time of a service event. */
  APPOINTMENT("a date or time"),
  DELIVERY("a delivery date"),
  CALLBACK("a time to be called back"),
  DEADLINE("a deadline"),
  /** Date of something past. */
  DATE("a date"),
  /** How long something takes. */
  SLA("a promised duration"),
  /** A count that binds: bags, seats, instalments. */
  QUANTITY("a quantity"),
  /** A promise without a number of its own: free of charge, full refund, cancel anytime. */
  POLICY("a policy"),
  /** That something was done, or will be. */
  ACTION("an action");

  private final String words;

  CommitmentType(String words) {
    this.words = words;
  }

  /** For a sentence: "a refund". */
  public String words() {
    return words;
  }
}
