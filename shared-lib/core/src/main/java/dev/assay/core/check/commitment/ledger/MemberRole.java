package dev.assay.core.check.commitment.ledger;

import java.util.Locale;
import java.util.Set;

/** What a text under a member is to the thing that has it. */
public enum MemberRole {
  NAMELESS,
  NAME,
  IDENTITY;

  /** Members that tell a state or a reason: the same words stand in every neighbour. */
  private static final Set<String> STATES =
      Set.of(
          "status",
          "currency",
          "zip",
          "dob",
          "email",
          "created",
          "updated",
          "url",
          "message",
          "reason",
          "note",
          "notes",
          "timezone",
          "thought");

  /** Members that hold what stays the same when the thing is shown again. */
  private static final Set<String> IDENTITIES = Set.of("id", "number", "code", "sku", "no", "key");

  /** By the words of the name. */
  static MemberRole ofKey(String key) {
    MemberRole role = NAME;
    int start = 0;
    for (int i = 1; i <= key.length(); i++) {
      if (i == key.length() || Keys.splits(key, i)) {
        String part = key.substring(start, i).toLowerCase(Locale.ROOT);
        part = Character.isLetter(part.charAt(0)) ? part : part.substring(1);
        if (STATES.contains(part)) {
          return NAMELESS;
        }
        role = IDENTITIES.contains(part) ? IDENTITY : role;
        start = i;
      }
    }
    return role;
  }
}
