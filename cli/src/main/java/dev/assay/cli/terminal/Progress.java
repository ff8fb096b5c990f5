package dev.assay.cli.terminal;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar on a terminal, nothing elsewhere. Any thread may move it. */
public final class Progress implements AutoCloseable {
  private static final int WIDTH = 79;
  private static final int UPDATE_MS = 200;

  private final @Nullable ProgressBar bar;

  private Progress(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  /**
   * Shows a bar.
   *
   * @param total steps; -1 when nobody knows yet
   */
  public static Progress start(Surroundings surroundings, String task, long total) {
    if (!surroundings.errIsTerminal()) {
      return new Progress(null);
    }
    return new Progress(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(UPDATE_MS)
            .setConsumer(new ConsoleProgressBarConsumer(surroundings.err(), WIDTH))
            .build());
  }

  /** Stands at so many steps now. */
  public void at(long steps) {
    if (bar != null) {
      bar.stepTo(steps);
    }
  }

  /** So many more. */
  public void by(long steps) {
    if (bar != null) {
      bar.stepBy(steps);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
