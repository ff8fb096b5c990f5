package dev.assay.function.api;

/** An HTTP answer before it is an event. */
record Reply(int status, String contentType, String body) {
  static Reply json(int status, Object json) {
    return new Reply(status, "application/json", json.toString());
  }

  static Reply html(String page) {
    return new Reply(200, "text/html; charset=utf-8", page);
  }
}
