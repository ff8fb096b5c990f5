package dev.assay.bench.check;

import dev.assay.wire.Mappers;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Times of day. */
final class TimeCorruptions extends ValueCorruptions<LocalTime> {
  private final StatedTime time;

  TimeCorruptions(Claim claim, StatedTime time, Grounds grounds, Random random) {
    super(claim, time, grounds, random);
    this.time = time;
  }

  @Override
  Form form() {
    return Form.TIME;
  }

  void addTo(List<Corruption> all) {
    LocalTime at = time.value();
    change(Kind.DIGIT, digitChanged(), all);
    change(Kind.TRANSPOSED, transposed(), all);
    change(Kind.PLUS_ONE, at.plusHours(1), all);
    change(Kind.PLUS_TEN, at.plusMinutes(10), all);
    if (!time.half().isEmpty()) {
      change(Kind.AM_PM, at.plusHours(12), all);
    }
    otherEntity(all);
    removed(all);
    if (claim.trace().language().orElse("en").equals("en")) {
      restated(Kind.RESTATED_CLOCK, time.in(claim.text(), time.otherWay()), all);
    }
  }

  private LocalTime digitChanged() {
    LocalTime at = time.value();
    return random.nextBoolean()
        ? at.withMinute(random.nextInt(6) * 10 + at.getMinute() % 10)
        : at.withHour(at.getHour() < 12 ? random.nextInt(12) : 12 + random.nextInt(12));
  }

  private @Nullable LocalTime transposed() {
    LocalTime at = time.value();
    int minute = at.getMinute() % 10 * 10 + at.getMinute() / 10;
    if (minute < 60 && minute != at.getMinute()) {
      return at.withMinute(minute);
    }
    int hour = at.getHour() % 10 * 10 + at.getHour() / 10;
    return time.half().isEmpty() && at.getHour() >= 10 && hour < 24 ? at.withHour(hour) : null;
  }

  @Override
  boolean isOf(Object value) {
    return value instanceof LocalTime;
  }

  @Override
  LocalTime value(Object known) {
    return (LocalTime) known;
  }

  @Override
  boolean isUserControlled() {
    return true;
  }

  @Override
  LocalTime absent() {
    return time.value().plusMinutes(97);
  }

  @Override
  JsonNode replaced(JsonNode leaf, LocalTime other) {
    if (!leaf.isString()) {
      return leaf;
    }
    String text = leaf.stringValue();
    for (StatedTime found : StatedTime.all(text).reversed()) {
      String said = found.value().equals(time.value()) ? found.say(other) : null;
      text = said == null ? text : found.in(text, said);
    }
    return Mappers.JSON.getNodeFactory().stringNode(text);
  }
}
