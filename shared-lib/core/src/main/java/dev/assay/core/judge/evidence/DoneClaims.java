package dev.assay.core.judge.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds where an agent says that it has done something: "I've cancelled", "has been refunded", "ich
 * habe … gebucht", "he reservado", "nous avons bien remboursé". Reports of a state ("was booked
 * yesterday"), questions, conditions and negations are none. English, German, Spanish, French.
 */
final class DoneClaims {
  /** Words looked back for the auxiliary; German puts the participle at the end. */
  private static final int FARTHEST = 14;

  private static final Set<String> ADVERBS =
      Set.of(
          "just",
          "already",
          "now",
          "successfully",
          "also",
          "then",
          "hereby",
          "ya",
          "bien",
          "déjà",
          "également",
          "vous",
          "te",
          "le",
          "les",
          "lo",
          "la",
          "fully");
  private static final Set<String> CONDITIONS =
      Set.of(
          "if", "once", "when", "after", "until", "unless", "before", "wenn", "sobald", "falls",
          "nachdem", "si", "cuando", "después", "quand", "lorsque", "dès", "après");
  private static final Set<String> FIRST_PERSON = Set.of("i", "we", "i've", "we've");
  private static final Set<String> EMPHASIS =
      Set.of("successfully", "now", "erfolgreich", "soeben", "jetzt", "nun", "hiermit");
  private static final Map<String, Family> PARTICIPLES = participles();

  /**
   * One claim of a deed.
   *
   * @param start of its auxiliary
   * @param end of its participle
   */
  record Done(Family family, int start, int end) {}

  private final String text;
  private final List<Mention> words;

  private DoneClaims(String text, List<Mention> words) {
    this.text = text;
    this.words = words;
  }

  /** The claims in a text whose mentions are given. */
  static List<Done> in(String text, List<Mention> mentions) {
    List<Mention> words = mentions.stream().filter(Mention::isWord).toList();
    return new DoneClaims(text, words).find();
  }

  private List<Done> find() {
    List<Done> found = new ArrayList<>();
    int sentence = 0;
    for (int i = 0; i < words.size(); i++) {
      if (i > 0 && endsSentence(words.get(i - 1).end(), words.get(i).start())) {
        sentence = i;
      }
      Family family = PARTICIPLES.get(words.get(i).word());
      int from = family == null ? -1 : claimStart(Math.max(sentence, i - FARTHEST), i);
      if (family != null && from >= 0 && !hedged(sentence, from, i)) {
        found.add(new Done(family, words.get(from).start(), words.get(i).end()));
      }
    }
    return found;
  }

  private boolean endsSentence(int from, int to) {
    for (int i = from; i < to; i++) {
      if (".!?;\n".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The word where the claim begins, or -1 when the participle claims nothing. */
  private int claimStart(int first, int participle) {
    if (isFirstPersonPast(word(participle))) {
      return participle > first && word(participle - 1).equals("no") ? -1 : participle;
    }
    int before = participle - 1;
    boolean emphatic = false;
    while (before >= first && ADVERBS.contains(word(before))) {
      emphatic |= EMPHASIS.contains(word(before));
      before--;
    }
    if (before < first) {
      return -1;
    }
    int close = closeAuxiliary(first, before, emphatic);
    return close >= 0 ? close : germanAuxiliary(first, participle);
  }

  private int closeAuxiliary(int first, int at, boolean emphatic) {
    String auxiliary = word(at);
    String previous = at > first ? word(at - 1) : "";
    boolean active =
        switch (auxiliary) {
          case "i", "we", "i've", "we've", "j'ai", "hemos" -> !previous.equals("no");
          case "have" -> FIRST_PERSON.contains(previous) || ADVERBS.contains(previous);
          // Spanish "he cancelado", not English "he cancelled".
          case "he" -> !previous.equals("no") && isSpanish(at);
          case "ai" -> previous.equals("je") || previous.equals("vous");
          case "avons" -> previous.equals("nous") || previous.equals("vous");
          case "is", "are", "was", "were" -> emphatic;
          default -> false;
        };
    if (active) {
      return at;
    }
    boolean passive =
        switch (auxiliary) {
          case "been" ->
              previous.equals("has") || previous.equals("have") || emphaticBeen(first, at);
          case "sido" -> previous.equals("ha") || previous.equals("han");
          case "été" -> previous.equals("a") || previous.equals("ont");
          default -> false;
        };
    return passive ? at - 1 : -1;
  }

  private boolean isSpanish(int auxiliary) {
    for (int i = auxiliary + 1; i < Math.min(words.size(), auxiliary + FARTHEST); i++) {
      if (PARTICIPLES.containsKey(word(i))) {
        return word(i).endsWith("o");
      }
    }
    return false;
  }

  /** "has now been", "have just been". */
  private boolean emphaticBeen(int first, int at) {
    return at - 2 >= first
        && ADVERBS.contains(word(at - 1))
        && (word(at - 2).equals("has") || word(at - 2).equals("have"));
  }

  /** "ich habe Ihren Termin gebucht", "wurde soeben storniert". */
  private int germanAuxiliary(int first, int participle) {
    boolean emphatic = false;
    for (int i = participle - 1; i >= first; i--) {
      String word = word(i);
      if (word.equals("nicht") || word.startsWith("kein")) {
        return -1;
      }
      emphatic |= EMPHASIS.contains(word);
      boolean have = word.equals("habe") || word.equals("haben");
      boolean ours = isWe(i - 1, first) || isWe(i + 1, first);
      boolean passive = word.equals("wurde") || word.equals("wurden") || word.equals("ist");
      if ((have && ours) || (passive && emphatic)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isWe(int i, int first) {
    return i >= first && i < words.size() && (word(i).equals("ich") || word(i).equals("wir"));
  }

  /** A condition before the claim, a question mark after it, or somebody else's deed. */
  private boolean hedged(int sentence, int from, int participle) {
    for (int i = Math.max(sentence, from - FARTHEST); i < from; i++) {
      if (CONDITIONS.contains(word(i))) {
        return true;
      }
    }
    boolean byOther = participle + 1 < words.size() && word(participle + 1).equals("by");
    return byOther || isQuestion(words.get(participle).end());
  }

  private boolean isQuestion(int from) {
    for (int i = from; i < Math.min(text.length(), from + 200); i++) {
      char c = text.charAt(i);
      if (c == '?') {
        return true;
      }
      if (c == '.' || c == '!' || c == '\n') {
        return false;
      }
    }
    return false;
  }

  private String word(int i) {
    return words.get(i).word();
  }

  private static boolean isFirstPersonPast(String word) {
    return word.endsWith("é") && SPANISH_PAST.contains(word);
  }

  private static final Set<String> SPANISH_PAST =
      Set.of(
          "cancelé", "reembolsé", "reservé", "agendé", "cambié", "actualicé", "modifiqué", "envié");

  private static Map<String, Family> participles() {
    Map<String, Family> map = new HashMap<>();
    put(
        map,
        Family.CANCEL,
        "cancelled canceled storniert gekündigt cancelado cancelada anulado anulada annulé annulée"
            + " cancelé");
    put(
        map,
        Family.REFUND,
        "refunded reimbursed credited erstattet zurückerstattet gutgeschrieben reembolsado"
            + " reembolsada remboursé remboursée reembolsé");
    put(
        map,
        Family.BOOK,
        "booked reserved scheduled gebucht reserviert vereinbart eingetragen reservado reservada"
            + " programado programada agendado agendada réservé réservée programmé planifié reservé"
            + " agendé");
    put(
        map,
        Family.CHANGE,
        "rescheduled changed updated modified upgraded exchanged switched geändert umgebucht"
            + " verschoben aktualisiert cambiado cambiada actualizado actualizada modificado"
            + " modificada modifié modifiée changé changée cambié actualicé modifiqué");
    put(
        map,
        Family.SEND,
        "sent emailed gesendet geschickt verschickt enviado enviada envoyé envoyée envié");
    put(
        map,
        Family.TRANSFER,
        "transferred escalated weitergeleitet transferido transferida transféré transférée");
    put(
        map,
        Family.ANY,
        "processed issued applied submitted completed added removed enabled disabled activated"
            + " bearbeitet hinzugefügt entfernt procesado procesada añadido añadida emitido ajouté"
            + " ajoutée supprimé");
    return Map.copyOf(map);
  }

  private static void put(Map<String, Family> map, Family family, String words) {
    for (String word : words.split(" ", -1)) {
      map.put(word, family);
    }
  }
}
