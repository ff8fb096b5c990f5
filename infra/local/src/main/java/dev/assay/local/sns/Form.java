package dev.assay.local.sns;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A form-encoded body. */
record Form(Map<String, String> fields) {

  static Form parse(String body) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return new Form(fields);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** The field, empty when absent. */
  String get(String name) {
    return fields.getOrDefault(name, "");
  }

  /** The string values of a message attribute map, numbered from 1 in the query protocol. */
  Map<String, String> attributes(String prefix) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 1; ; i++) {
      String entry = prefix + ".entry." + i + ".";
      String name = get(entry + "Name");
      if (name.isEmpty()) {
        return attributes;
      }
      attributes.put(name, get(entry + "Value.StringValue"));
    }
  }
}
