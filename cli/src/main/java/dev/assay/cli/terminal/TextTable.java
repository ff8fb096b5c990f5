package dev.assay.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Rows in columns, as wide as their widest cell; all but the first column to the right. */
public final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  public TextTable(String... head) {
    rows.add(List.of(head));
  }

  /** Adds a row of as many cells as the head has. */
  public TextTable row(String... cells) {
    if (cells.length != rows.getFirst().size()) {
      throw new IllegalArgumentException("expected " + rows.getFirst().size() + " cells");
    }
    rows.add(List.of(cells));
    return this;
  }

  /** Lines that begin with {@code indent}. */
  public String text(String indent) {
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(indent);
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        String gap = " ".repeat(width(column) - cell.length());
        line.append(column == 0 ? cell + gap : "  " + gap + cell);
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
