package dev.assay.testkit.judge;

import tools.jackson.databind.JsonNode;

/** What an instruction wants of whoever evaluates. */
sealed interface Wish {
  /** The same word for every question. */
  record All(boolean yes) implements Wish {}

  /** One question, named. */
  record Item(String id, boolean yes) implements Wish {}

  /** One question, named, answered for or against the agent. */
  record ItemFavour(String id, boolean good) implements Wish {}

  /** Everything answered for or against the agent. */
  record Favour(boolean good) implements Wish {}

  /** A word in the reasons. */
  record Word(String word) implements Wish {}

  /** This object for an answer. */
  record Reply(JsonNode json) implements Wish {}

  /** The fence or the instructions shown. */
  record Leak() implements Wish {}
}
