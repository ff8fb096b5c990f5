package dev.assay.testkit.judge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The corpus of injection attempts, in {@code attempts.txt}. */
public final class Attempts {
  private static final String START = "== ";
  private static final String REMARK = "# means: ";

  private Attempts() {}

  /** All of them in the file's order. */
  public static List<Attempt> all() {
    try (InputStream in = Attempts.class.getResourceAsStream("attempts.txt")) {
      if (in == null) {
        throw new IllegalStateException("attempts.txt is not on the class path");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Attempt> parse(String file) {
    List<Attempt> all = new ArrayList<>();
    String header = "";
    StringBuilder text = new StringBuilder();
    for (String line : (file + "\n" + START).split("\n", -1)) {
      if (line.startsWith(START)) {
        if (!header.isEmpty()) {
          all.add(Attempt.of(header, text.toString()));
        }
        header = line.substring(START.length());
        text.setLength(0);
      } else if (!line.startsWith(REMARK)) {
        text.append(line).append('\n');
      }
    }
    return all;
  }
}
