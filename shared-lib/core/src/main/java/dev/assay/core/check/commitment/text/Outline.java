package dev.assay.core.check.commitment.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a turn as the outline that lists and tables are: which line announces which, and
 * under which header a cell stands. One pass over the tokens.
 */
public final class Outline {
  private static final int MOST_LINES_UP = 40;

  /** Tokens of a row that are looked at: no table that somebody reads is wider. */
  private static final int LONGEST_ROW = 512;

  /** How a line is set, the announcing ones first. */
  private enum Mark {
    HEADING,
    PLAIN,
    NUMBERED,
    BULLET,
    ROW
  }

  /**
   * A line that is not blank.
   *
   * @param from its first token
   * @param end one past its last
   * @param paragraph how many blank lines stand above it
   */
  private record Line(int from, int end, int indent, Mark mark, int paragraph) {
    boolean announces(Line other) {
      return mark == Mark.HEADING
          || (mark != Mark.ROW
              && (indent < other.indent || (indent == other.indent && isAbove(other.mark))));
    }

    @SuppressWarnings("EnumOrdinal")
    private boolean isAbove(Mark other) {
      return mark.ordinal() < other.ordinal();
    }

    boolean isBeside(Line other) {
      return mark == other.mark && indent == other.indent && paragraph == other.paragraph;
    }
  }

  private final Utterance utterance;
  private final List<Line> lines = new ArrayList<>();

  public Outline(Utterance utterance) {
    this.utterance = utterance;
    int from = 0;
    int paragraph = 0;
    for (int i = 0; i <= utterance.size(); i++) {
      boolean ends = i == utterance.size() || utterance.tokens().get(i).kind() == Token.Kind.BREAK;
      if (ends) {
        if (i > from) {
          lines.add(line(from, i, paragraph));
        } else {
          paragraph++;
        }
        from = i + 1;
      }
    }
  }

  private Line line(int from, int end, int paragraph) {
    int start = from == 0 ? 0 : utterance.tokens().get(from - 1).end();
    int at = start;
    while (at < utterance.text().length() && isBlank(utterance.text().charAt(at))) {
      at++;
    }
    return new Line(from, end, at - start, mark(from, at), paragraph);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\u00a0';
  }

  private Mark mark(int token, int at) {
    char first = at < utterance.text().length() ? utterance.text().charAt(at) : ' ';
    char next = at + 1 < utterance.text().length() ? utterance.text().charAt(at + 1) : ' ';
    return switch (first) {
      case '#' -> next == '#' || next == ' ' ? Mark.HEADING : Mark.PLAIN;
      case '|' -> Mark.ROW;
      case '-', '–', '•', '·', '+', '*' -> isBlank(next) ? Mark.BULLET : Mark.PLAIN;
      default ->
          utterance.tokens().get(token).kind() == Token.Kind.NUMBER
                  && (utterance.is(token + 1, '.') || utterance.is(token + 1, ')'))
              ? Mark.NUMBERED
              : Mark.PLAIN;
    };
  }

  /** The line of a token, by its place in the outline. */
  public int line(int token) {
    int low = 0;
    int high = lines.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (lines.get(middle).from() <= token) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  public int from(int line) {
    return lines.get(line).from();
  }

  public int end(int line) {
    return lines.get(line).end();
  }

  public boolean isRow(int line) {
    return lines.get(line).mark() == Mark.ROW;
  }

  /**
   * The lines above one that tell what it is about, nearest first: those that announce it, and its
   * neighbours in the same list or paragraph.
   */
  public List<Integer> above(int line) {
    List<Integer> above = new ArrayList<>();
    Line below = lines.get(line);
    for (int i = line - 1; i >= Math.max(0, line - MOST_LINES_UP); i--) {
      Line candidate = lines.get(i);
      if (candidate.announces(below)) {
        above.add(i);
        below = candidate;
      } else if (candidate.isBeside(below) && !isRow(i)) {
        above.add(i);
      }
    }
    return above;
  }

  /** The first line of the table that a row is in. */
  public int header(int row) {
    int header = row;
    while (header > 0 && header > row - MOST_LINES_UP && isRow(header - 1)) {
      header--;
    }
    return header;
  }

  /** The tokens [from, end) of the cell of a header that stands above a token of a row. */
  public int[] headerCell(int row, int token) {
    if (token - from(row) > LONGEST_ROW) {
      return new int[] {token, token};
    }
    int column = 0;
    for (int i = from(row); i < token; i++) {
      column += utterance.is(i, '|') ? 1 : 0;
    }
    int header = header(row);
    int from = from(header);
    int seen = 0;
    for (int i = from; i < Math.min(end(header), from(header) + LONGEST_ROW); i++) {
      if (utterance.is(i, '|')) {
        if (seen == column) {
          return new int[] {from, i};
        }
        seen++;
        from = i + 1;
      }
    }
    return new int[] {from, from};
  }
}
