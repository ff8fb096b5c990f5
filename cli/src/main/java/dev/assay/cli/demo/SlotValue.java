package dev.assay.cli.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;

/** What fills a slot, before it is put into words. */
sealed interface SlotValue {
  /** An amount in the script's currency. */
  record Money(BigDecimal amount) implements SlotValue {}

  /** A calendar day. */
  record Day(LocalDate date) implements SlotValue {}

  /** A time of day. */
  record Clock(LocalTime time) implements SlotValue {}

  /** A count. */
  record Count(int number) implements SlotValue {}

  /** Words that are used as they are. */
  record Words(String text) implements SlotValue {}
}
