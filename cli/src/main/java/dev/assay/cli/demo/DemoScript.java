package dev.assay.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One hand-written conversation: its clean talk and the faults that can be planted in it. Slots (a
 * name, a price, a date) are filled anew for each conversation that is written from it.
 *
 * @param id the file's name without its ending
 * @param versions agent versions, older first
 * @param plainSpeech the recogniser writes neither capitals nor commas
 * @param newFlow the flow starts only in the afternoon of the demo's day
 * @param slots name to recipe, in the order in which they are filled
 * @param context documents the agent was given, as YAML values
 * @param system the system prompt; null where the trace carries none
 * @param talk the clean conversation
 */
public record DemoScript(
    String id,
    String agent,
    List<String> versions,
    String llm,
    String channel,
    String flow,
    boolean newFlow,
    boolean plainSpeech,
    Locale locale,
    String timeZone,
    String currency,
    Map<String, String> slots,
    List<Object> context,
    @Nullable String system,
    List<Line> talk,
    List<Variant> variants) {
  public DemoScript {
    versions = List.copyOf(versions);
    slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
    context = List.copyOf(context);
    talk = List.copyOf(talk);
    variants = List.copyOf(variants);
    if (versions.isEmpty() || talk.size() < 4) {
      throw new IllegalArgumentException(id + ": needs a version and at least four lines of talk");
    }
  }

  boolean isVoice() {
    return channel.equals("voice");
  }

  /**
   * Reads one script.
   *
   * @throws IllegalArgumentException naming the file and the field that is wrong
   */
  public static DemoScript read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).replace(".yaml", "");
    return new ScriptReader(name).read(Files.readString(file));
  }

  /** Reads every {@code *.yaml} of a directory, by name. */
  public static List<DemoScript> readAll(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> entries = Files.list(directory)) {
      files = entries.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    var scripts = new java.util.ArrayList<DemoScript>();
    for (Path file : files) {
      scripts.add(read(file));
    }
    return List.copyOf(scripts);
  }
}
