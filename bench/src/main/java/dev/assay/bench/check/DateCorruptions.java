package dev.assay.bench.check;

import dev.assay.wire.Mappers;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Calendar days. A weekday that is said beside the day changes with it. */
final class DateCorruptions extends ValueCorruptions<LocalDate> {
  DateCorruptions(Claim claim, StatedDate date, Grounds grounds, Random random) {
    super(claim, date, grounds, random);
  }

  @Override
  Form form() {
    return Form.DATE;
  }

  void addTo(List<Corruption> all) {
    LocalDate day = stated.value();
    change(Kind.DIGIT, digitChanged(), all);
    change(Kind.TRANSPOSED, transposed(), all);
    change(Kind.PLUS_ONE, day.plusDays(1), all);
    change(Kind.PLUS_TEN, day.plusDays(10), all);
    otherEntity(all);
    removed(all);
    restated(Kind.RESTATED_ISO, stated.in(claim.text(), day.toString()), all);
    if (claim.trace().language().orElse("en").equals("en")) {
      String worded = stated.in(claim.text(), StatedDate.monthAndDay(day));
      restated(Kind.RESTATED_MONTH, worded, all);
    }
  }

  private @Nullable LocalDate digitChanged() {
    int day = stated.value().getDayOfMonth();
    int other =
        random.nextBoolean()
            ? day / 10 * 10 + random.nextInt(10)
            : day % 10 + random.nextInt(3) * 10;
    return withDay(other);
  }

  private @Nullable LocalDate transposed() {
    int day = stated.value().getDayOfMonth();
    return withDay(day % 10 * 10 + day / 10);
  }

  private @Nullable LocalDate withDay(int day) {
    try {
      return stated.value().withDayOfMonth(day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  @Override
  String words(String said, LocalDate other) {
    return StatedDate.withWeekday(super.words(said, other), stated.value(), other);
  }

  @Override
  boolean isOf(Object value) {
    return value instanceof LocalDate;
  }

  @Override
  LocalDate value(Object known) {
    return (LocalDate) known;
  }

  @Override
  boolean isUserControlled() {
    return true;
  }

  @Override
  LocalDate absent() {
    return stated.value().plusDays(37);
  }

  @Override
  JsonNode replaced(JsonNode leaf, LocalDate other) {
    if (!leaf.isString()) {
      return leaf;
    }
    String text = leaf.stringValue();
    for (StatedDate found : StatedDate.all(text, stated.value()).reversed()) {
      String said = found.value().equals(stated.value()) ? found.say(other) : null;
      text = said == null ? text : found.in(text, said);
    }
    return Mappers.JSON.getNodeFactory().stringNode(text);
  }
}
