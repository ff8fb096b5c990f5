package dev.assay.cli.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A script's texts with their {@code <slot>} and {@code <slot.form>} marks filled in. */
final class Filled {
  private static final Pattern MARK = Pattern.compile("<(\\w+)(?:\\.(\\w+))?>");

  private final Map<String, SlotValue> values;
  private final Wording wording;
  private final @Nullable Locale plainSpeech;

  Filled(DemoScript script, Map<String, SlotValue> values) {
    this.values = Map.copyOf(values);
    this.wording = new Wording(script.locale(), script.currency());
    this.plainSpeech = script.plainSpeech() ? script.locale() : null;
  }

  /** What is said, as the recogniser writes it. */
  String said(String template) {
    String text = text(template);
    return plainSpeech == null ? text : text.toLowerCase(plainSpeech).replace(",", "");
  }

  String text(String template) {
    Matcher mark = MARK.matcher(template);
    return mark.replaceAll(found -> Matcher.quoteReplacement(String.valueOf(put(mark))));
  }

  /** A YAML value, filled at every depth; a string that is one mark alone keeps its type. */
  Object value(Object template) {
    return switch (template) {
      case Map<?, ?> map -> {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, item) -> copy.put(text(String.valueOf(key)), value(item)));
        yield copy;
      }
      case List<?> list -> {
        var copy = new ArrayList<Object>();
        list.forEach(item -> copy.add(value(item)));
        yield copy;
      }
      case String string -> {
        Matcher mark = MARK.matcher(string);
        yield mark.matches() ? put(mark) : text(string);
      }
      default -> template;
    };
  }

  private Object put(Matcher mark) {
    SlotValue value = values.get(mark.group(1));
    if (value == null) {
      throw new IllegalArgumentException("no slot for " + mark.group());
    }
    String form = mark.group(2);
    return wording.put(value, form == null ? "" : form);
  }
}
