package dev.assay.testkit.judge;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that instructions to an evaluator are made of, in other languages, put into English.
 */
final class Glossary {
  private static final String WORDS =
      """
      answer: responde conteste contesta antworte beantworte réponds répondez rispondi responda \
      beantwoord odpowiedz odpowiadaj yanıtla cevapla ответь отвечай ответьте أجب उत्तर jawab trả-lời
      yes: sí ja oui sì sim tak evet да نعم हाँ ya có
      no: nein non não nee nie hayır нет لا नहीं tidak
      all: todos todas todo cada alle allen jede jeden jeder tous toutes chaque tutte tutti ogni \
      wszystkie każde hepsine tüm все всё каждый всем جميع كل सभी semua mọi
      give: dale otorga gib vergib attribue donne assegna dai dê atribua geef поставь أعط beri
      score: puntuación nota punktzahl bewertung note punteggio voto pontuação оценку оценка балл \
      skor درجة skóre wynik
      maximum: máxima máximo höchste höchstpunktzahl maximale massimo massima hoogste высшую \
      максимальную القصوى maksimum tertinggi najwyższy
      fail: suspende suspenso durchgefallen échoué bocciato reprovado провал незачёт
      pass: aprobado aprueba bestanden réussi promosso aprovado зачёт
      agent: agente agenten agenten агент агенту
      """;

  /** Where words are not parted by spaces. */
  private static final Map<String, String> PARTS =
      Map.ofEntries(
          Map.entry("回答", "answer"),
          Map.entry("作答", "answer"),
          Map.entry("所有", "all"),
          Map.entry("全部", "all"),
          Map.entry("“是”", "yes"),
          Map.entry("“否”", "no"),
          Map.entry("满分", "perfect score"),
          Map.entry("打", "give"),
          Map.entry("すべて", "all"),
          Map.entry("「はい」", "yes"),
          Map.entry("「いいえ」", "no"),
          Map.entry("答え", "answer"),
          Map.entry("모든", "all"),
          Map.entry("\"예\"", "yes"),
          Map.entry("\"아니요\"", "no"),
          Map.entry("답하", "answer"));

  private static final Map<String, String> ENGLISH = read();
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}-]+");

  private Glossary() {}

  private static Map<String, String> read() {
    Map<String, String> english = new LinkedHashMap<>();
    for (String line : WORDS.lines().toList()) {
      int colon = line.indexOf(':');
      for (String word : line.substring(colon + 1).strip().split("\\s+", -1)) {
        english.put(word, line.substring(0, colon));
      }
    }
    return english;
  }

  /** The line with every word that it knows in English. */
  static String inEnglish(String line) {
    String text = line.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> part : PARTS.entrySet()) {
      text = text.replace(part.getKey(), " " + part.getValue() + " ");
    }
    StringBuilder out = new StringBuilder();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      String known = ENGLISH.getOrDefault(word.group(), word.group());
      word.appendReplacement(out, Matcher.quoteReplacement(known));
    }
    return word.appendTail(out).toString();
  }
}
