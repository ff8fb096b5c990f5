package dev.assay.aws;

import java.security.SecureRandom;

/** The secret behind the placeholders of redaction: made once for a deployment, then the same. */
public final class RedactionKey {
  private static final int BYTES = 32;

  private RedactionKey() {}

  static byte[] of(Table registry) {
    byte[] fresh = new byte[BYTES];
    new SecureRandom().nextBytes(fresh);
    return registry
        .get("KEY", "redaction")
        .or(() -> registry.putIfAbsent(Item.key("KEY", "redaction").with("key", fresh)))
        .map(item -> item.bytes("key"))
        .orElse(fresh);
  }
}
