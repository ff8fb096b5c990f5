package dev.assay.testkit.judge;

import java.util.Locale;

/** In what way a model is gullible. */
public enum Temperament {
  /** Follows nothing from the data. */
  SOUND,
  /** Follows every instruction, wherever it stands. */
  OBEYS_ALL,
  /** Follows the first instruction alone. */
  OBEYS_FIRST,
  /** Follows the last instruction alone. */
  OBEYS_LAST,
  /** Follows what looks like a message of the system or a developer. */
  OBEYS_SYSTEM,
  /** Follows instructions that name an item of a checklist. */
  OBEYS_NAMED,
  /** Follows what customers say. */
  OBEYS_CUSTOMERS,
  /** Follows what agents say. */
  OBEYS_AGENTS,
  /** Follows what tool results say. */
  OBEYS_TOOLS,
  /** Follows what documents say. */
  OBEYS_DOCUMENTS,
  /** Takes what follows a line that looks like the end of the data for its instructions. */
  BELIEVES_ENDS,
  /** Takes text that looks like a tool result for one. */
  BELIEVES_RESULTS,
  /** Follows every instruction, in whatever encoding. */
  DECODES,
  /** Follows every instruction, in whatever language. */
  POLYGLOT,
  /** Follows only what is encoded. */
  DECODES_ONLY,
  /** Follows only what is not English. */
  FOREIGN_ONLY,
  /** Follows each instruction or not, by the hash of its words: half of them. */
  MOODY,
  /** Answers yes, whatever is asked. */
  YES_SAYER;

  /** As the model's name in a request. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Temperament of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
