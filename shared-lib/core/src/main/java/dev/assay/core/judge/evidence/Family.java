package dev.assay.core.judge.evidence;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Kinds of deeds, told by stems in the names of the tools that do them. */
enum Family {
  BOOK("book reserv schedul creat appoint order add updat buch termin cita rendez"),
  CANCEL("cancel delet remov terminat revok stornier kuendig anul annul"),
  CHANGE(
      "updat modif chang exchang edit set schedul upgrad switch book cancel aender cambi actuali"),
  REFUND(
      "refund cancel return credit certificat payment exchang modif updat"
          + " erstatt reembols rembours"),
  SEND("send email mail notif sms messag request forward certificat envi envoy"),
  TRANSFER("transfer escalat handoff hand_off human route forward"),
  /** Any deed at all: "processed", "completed", "added". */
  ANY("");

  /** Tools that only read: they do nothing that could be claimed. */
  private static final List<String> READING =
      List.of(
          "get",
          "list",
          "search",
          "find",
          "look",
          "check",
          "calculat",
          "think",
          "read",
          "fetch",
          "query",
          "show",
          "retriev",
          "verif");

  private static final Map<Family, List<String>> STEMS = new EnumMap<>(Family.class);

  static {
    for (Family family : values()) {
      STEMS.put(family, List.of(family.stems.split(" ", -1)));
    }
    STEMS.put(ANY, List.of());
  }

  private final String stems;

  Family(String stems) {
    this.stems = stems;
  }

  private List<String> toolStems() {
    return STEMS.getOrDefault(this, List.of());
  }

  boolean does(String tool) {
    String name = tool.toLowerCase(Locale.ROOT);
    return isWrite(name) && (this == ANY || contains(name, toolStems()));
  }

  /** True for a writing tool whose name tells nothing: it may have done anything. */
  static boolean isOpaque(String tool) {
    String name = tool.toLowerCase(Locale.ROOT);
    for (Family family : values()) {
      if (contains(name, family.toolStems())) {
        return false;
      }
    }
    return isWrite(name);
  }

  private static boolean isWrite(String name) {
    for (String verb : READING) {
      if (name.startsWith(verb)) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(String name, List<String> stems) {
    for (String stem : stems) {
      if (name.contains(stem)) {
        return true;
      }
    }
    return false;
  }
}
