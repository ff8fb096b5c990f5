package dev.assay.local.dynamodb;

/** An answer of the endpoint: HTTP status and a JSON body of type application/x-amz-json-1.0. */
public final class Response {
  private final int status;
  private final byte[] body;

  Response(int status, byte[] body) {
    this.status = status;
    this.body = body;
  }

  /** 200, 400 for a refusal or 500 for a fault of ours. */
  public int status() {
    return status;
  }

  /** The body's bytes, UTF-8 JSON; handed over, not copied. */
  public byte[] body() {
    return body;
  }
}
