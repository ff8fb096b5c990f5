package dev.assay.core.judge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is drawn for one call, from the SHA-512 of its mark: as unguessable as the mark, and the
 * same for the same mark. Not for several threads.
 */
final class Draws {
  private static final String CONSONANTS = "bdfgklmnprstvz";
  private static final String VOWELS = "aeiou";

  /** Without the ones that look alike. */
  private static final String CODE_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  private static final int NAME_LENGTH = 7;
  private static final int CODE_LENGTH = 6;

  private final byte[] bytes;
  private int next;

  Draws(String mark) {
    try {
      bytes = MessageDigest.getInstance("SHA-512").digest(mark.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-512", e);
    }
  }

  /** Seven letters that no language and no rubric has as a word: 4.8 million of them. */
  String name() {
    StringBuilder out = new StringBuilder(NAME_LENGTH);
    for (int i = 0; i < NAME_LENGTH; i++) {
      out.append(sign(i % 2 == 0 ? CONSONANTS : VOWELS));
    }
    return out.toString();
  }

  /** Six capitals and digits: 890 million of them. */
  String code() {
    StringBuilder out = new StringBuilder(CODE_LENGTH);
    for (int i = 0; i < CODE_LENGTH; i++) {
      out.append(sign(CODE_SIGNS));
    }
    return out.toString();
  }

  <T> T from(List<T> choices) {
    return choices.get(draw(choices.size()));
  }

  /** All of them in a drawn order. */
  List<String> shuffled(List<String> choices) {
    List<String> left = new ArrayList<>(choices);
    List<String> out = new ArrayList<>();
    while (!left.isEmpty()) {
      out.add(left.remove(draw(left.size())));
    }
    return out;
  }

  private char sign(String signs) {
    return signs.charAt(draw(signs.length()));
  }

  private int draw(int bound) {
    return (bytes[next++] & 0xff) % bound;
  }
}
