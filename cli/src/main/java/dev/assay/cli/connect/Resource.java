package dev.assay.cli.connect;

/** What a stack has that commands speak to. */
public enum Resource {
  TRACES_QUEUE("ASSAY_TRACES_QUEUE_URL", "TracesQueueUrl", Kind.QUEUE, "traces"),
  CHECKS_QUEUE("ASSAY_CHECKS_QUEUE_URL", "ChecksQueueUrl", Kind.QUEUE, "checks"),
  JUDGEMENTS_QUEUE("ASSAY_JUDGEMENTS_QUEUE_URL", "JudgementsQueueUrl", Kind.QUEUE, "judgements"),
  JOINS_QUEUE("ASSAY_JOINS_QUEUE_URL", "JoinsQueueUrl", Kind.QUEUE, "joins"),
  TRACES_TABLE("ASSAY_TRACES_TABLE", "TracesTable", Kind.TABLE, "Traces"),
  REGISTRY_TABLE("ASSAY_REGISTRY_TABLE", "RegistryTable", Kind.TABLE, "Registry"),
  SEGMENTS_BUCKET("ASSAY_SEGMENTS_BUCKET", "SegmentsBucket", Kind.BUCKET, "segments"),
  INBOX_BUCKET("ASSAY_INBOX_BUCKET", "InboxBucket", Kind.BUCKET, "inbox"),
  ALERTS_TOPIC("ASSAY_ALERTS_TOPIC_ARN", "AlertsTopicArn", Kind.TOPIC, "alerts");

  /** What it is in AWS. */
  public enum Kind {
    QUEUE,
    TABLE,
    BUCKET,
    TOPIC
  }

  private final String variable;
  private final String output;
  private final Kind kind;
  private final String suffix;

  Resource(String variable, String output, Kind kind, String suffix) {
    this.variable = variable;
    this.output = output;
    this.kind = kind;
    this.suffix = suffix;
  }

  /** The variable that names it and outranks everything else. */
  public String variable() {
    return variable;
  }

  /** The template's output that names it. */
  public String output() {
    return output;
  }

  public Kind kind() {
    return kind;
  }

  /**
   * The name within a stack; CloudFormation appends a random part to those of tables and buckets.
   */
  public String nameIn(String stack) {
    return stack + "-" + suffix;
  }
}
