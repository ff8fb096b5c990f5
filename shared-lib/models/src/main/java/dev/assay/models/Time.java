package dev.assay.models;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock that waits are measured by. */
interface Time extends InstantSource {
  /** The system's. */
  Time SYSTEM =
      new Time() {
        @Override
        public Instant instant() {
          return Instant.now();
        }

        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void sleep(Duration wait) throws InterruptedException {
          Thread.sleep(wait);
        }
      };

  /** As {@link System#nanoTime}. */
  long nanos();

  void sleep(Duration wait) throws InterruptedException;
}
