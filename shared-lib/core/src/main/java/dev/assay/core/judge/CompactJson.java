package dev.assay.core.judge;

import dev.assay.core.trace.Json;
import java.util.Map;

/** Writes JSON without spaces for a model to read; the wire has its own writer. */
final class CompactJson {
  private CompactJson() {}

  static void append(StringBuilder out, Json json) {
    switch (json) {
      case Json.Obj object -> appendObject(out, object);
      case Json.Arr array -> {
        out.append('[');
        String separator = "";
        for (Json item : array.items()) {
          out.append(separator);
          append(out, item);
          separator = ",";
        }
        out.append(']');
      }
      case Json.Text text -> appendText(out, text.value());
      case Json.Num number -> out.append(number.value());
      case Json.Bool bool -> out.append(bool.value());
      case Json.Null _ -> out.append("null");
    }
  }

  private static void appendObject(StringBuilder out, Json.Obj object) {
    out.append('{');
    String separator = "";
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      out.append(separator);
      appendText(out, member.getKey());
      out.append(':');
      append(out, member.getValue());
      separator = ",";
    }
    out.append('}');
  }

  private static void appendText(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        default -> out.append(c);
      }
    }
    out.append('"');
  }
}
