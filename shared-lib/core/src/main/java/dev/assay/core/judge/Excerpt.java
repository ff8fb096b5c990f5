package dev.assay.core.judge;

import java.util.ArrayList;
import java.util.List;

/**
 * A text shortened to its head, its tail and the passages around cited values. Pieces never begin
 * or end within a surrogate pair.
 */
final class Excerpt {
  /** What is kept on each side of a cited value: a member of an object with its neighbours. */
  private static final int AROUND = 80;

  /** What the line that marks a gap takes, with its mark. */
  private static final int GAP = 64;

  /** What is kept, from and to. */
  private record Piece(int from, int to) {}

  private Excerpt() {}

  /**
   * Appends a text in quoted lines, each gap with its size.
   *
   * @param most characters of the text that are kept; without cited values two thirds of them at
   *     the head, with some a quarter at the head, a quarter at the tail and half around them
   * @return whether something was left out
   */
  static boolean append(
      StringBuilder out, String text, List<Cited.Place> cited, int most, String mark) {
    if (text.length() <= most) {
      Quoted.append(out, text);
      return false;
    }
    int at = 0;
    for (Piece piece : pieces(text, cited, most)) {
      int from = whole(text, piece.from());
      int to = whole(text, piece.to());
      if (from > at) {
        out.append('[').append(mark).append(" [cut: ").append(from - at).append(" characters]]\n");
      }
      Quoted.append(out, text.substring(from, to));
      at = to;
    }
    return true;
  }

  private static List<Piece> pieces(String text, List<Cited.Place> cited, int most) {
    int length = text.length();
    int head = cited.isEmpty() ? most * 2 / 3 : most / 4;
    int tail = cited.isEmpty() ? most - head : most / 4;
    int left = most - head - tail;
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece(0, head));
    for (Cited.Place place : cited) {
      int from = Math.max(place.start() - AROUND, pieces.getLast().to());
      int to = Math.min(place.end() + AROUND, length - tail);
      int size = to - from + (from > pieces.getLast().to() ? GAP : 0);
      if (to > from && size <= left) {
        left -= size;
        join(pieces, new Piece(from, to));
      }
    }
    join(pieces, new Piece(length - tail, length));
    return pieces;
  }

  private static void join(List<Piece> pieces, Piece next) {
    Piece last = pieces.getLast();
    if (next.from() == last.to()) {
      pieces.set(pieces.size() - 1, new Piece(last.from(), next.to()));
    } else {
      pieces.add(next);
    }
  }

  /** The place itself, or the one before it when it parts a surrogate pair. */
  private static int whole(String text, int at) {
    boolean parts =
        at > 0
            && at < text.length()
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1));
    return parts ? at - 1 : at;
  }
}
