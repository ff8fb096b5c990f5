package dev.assay.local.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Fires what is due by a clock that may be a test's: it is looked at several times a second, and a
 * jump over several times of one timer fires it once.
 */
public final class Scheduler implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(200);

  private final Clock clock;
  private final List<Job> jobs = new CopyOnWriteArrayList<>();
  private final Thread thread = Thread.ofVirtual().name("scheduler").unstarted(this::run);

  public Scheduler(Clock clock) {
    this.clock = clock;
  }

  /**
   * Adds a timer, which first fires at its next time from now.
   *
   * @param action given the scheduled time; runs in a thread of its own
   */
  public void add(String name, Recurrence recurrence, Consumer<Instant> action) {
    jobs.add(new Job(name, recurrence, action, recurrence.next(clock.instant())));
  }

  public void start() {
    thread.start();
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      while (!Thread.interrupted()) {
        Instant now = clock.instant();
        jobs.forEach(job -> job.look(now));
        Thread.sleep(LOOK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Touched by the scheduler's thread alone. */
  private static final class Job {
    private final String name;
    private final Recurrence recurrence;
    private final Consumer<Instant> action;
    private Optional<Instant> due;

    Job(String name, Recurrence recurrence, Consumer<Instant> action, Optional<Instant> due) {
      this.name = name;
      this.recurrence = recurrence;
      this.action = action;
      this.due = due;
    }

    void look(Instant now) {
      due.filter(time -> !time.isAfter(now))
          .ifPresent(time -> {
            Thread.ofVirtual().name(name).start(() -> action.accept(time));
            due = recurrence.next(now);
          });
    }
  }
}
