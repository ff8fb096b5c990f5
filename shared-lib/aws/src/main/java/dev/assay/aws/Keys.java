package dev.assay.aws;

import dev.assay.core.feedback.Score;
import dev.assay.core.feedback.Source;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.TraceKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Every key of both tables and the bucket. Parts are joined by {@code #}, which is escaped inside.
 *
 * <pre>
 * Traces table
 *   T#trace        R#00001                     index item of a revision
 *   T#trace        J#00001#name@version        what the judge decided
 *   T#trace        FB#feedback                 the word of a person or a program
 *   T#trace        REVIEW#reason               review item; open ones are in the index "open"
 *   C#conversation P#00003                     a piece
 *   S#segment      CHECK#version               where the checks' results of a segment's traces are
 *   F#project#key#hour  score#trace#00001#name@version   the lowest-N query
 *   B#batch        JUDGE#00001                 a delivery of a batch that is counted
 *   B#batch        WINDOW#project              the window that a batch waits in
 *   W#project#2026-11-22T10:05:00Z  batch      candidates of a window
 *   W#project      2026-11-22T10:05:00Z        what was decided when it closed
 * Registry table
 *   POLICY         0000001                     sampling policies
 *   KEY            redaction                   the key of the placeholders
 *   AGENT#project  agent                       evidence and silenced rules of an agent
 *   RUBRIC#project id                      a rubric of a project, or whether one is asked
 *   FLOW#project#agent  flow                   when a flow was first seen
 *   DAY#project    2026-11-22                  counters
 *   PROJECTS       project                     projects with counters
 *   MONEY#project  state                       counts how often money was given out
 * </pre>
 */
final class Keys {
  static final String PK = "pk";
  static final String SK = "sk";
  static final String TTL = "ttl";
  static final String OPEN_INDEX = "open";
  static final String OPEN_PK = "open_pk";
  static final String OPEN_SK = "open_sk";

  static final String REVISION_PREFIX = "R#";
  static final String JUDGE_PREFIX = "J#";
  static final String FEEDBACK_PREFIX = "FB#";
  static final String REVIEW_PREFIX = "REVIEW#";
  static final String PIECE_PREFIX = "P#";
  static final String CHECK_PREFIX = "CHECK#";

  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter HOUR_PATH =
      DateTimeFormatter.ofPattern("yyyy/MM/dd/HH").withZone(ZoneOffset.UTC);

  private Keys() {}

  static String escape(String part) {
    return part.indexOf('#') < 0 && part.indexOf('%') < 0
        ? part
        : part.replace("%", "%25").replace("#", "%23");
  }

  static String trace(TraceId id) {
    return "T#" + id.value();
  }

  static String revision(int revision) {
    return REVISION_PREFIX + padded(revision);
  }

  static String judged(TraceKey trace, Source judge) {
    return JUDGE_PREFIX + padded(trace.revision()) + "#" + version(judge);
  }

  static String feedback(String feedbackId) {
    return FEEDBACK_PREFIX + feedbackId;
  }

  static String review(String reason) {
    return REVIEW_PREFIX + reason;
  }

  static String conversation(String conversation) {
    return "C#" + escape(conversation);
  }

  static String piece(int number) {
    return PIECE_PREFIX + padded(number);
  }

  static String segment(String segment) {
    return "S#" + segment;
  }

  static String check(String version) {
    return CHECK_PREFIX + version;
  }

  static String batch(String batch) {
    return "B#" + batch;
  }

  static String settled(int delivery) {
    return "JUDGE#" + padded(delivery);
  }

  static String windows(String project) {
    return "W#" + escape(project);
  }

  static String window(String project, Instant window) {
    return windows(project) + "#" + window;
  }

  static String waiting(String project) {
    return "WINDOW#" + escape(project);
  }

  static String money(String project) {
    return "MONEY#" + escape(project);
  }

  static String scores(String project, String key, Instant startedAt) {
    return "F#" + escape(project) + "#" + escape(key) + "#" + HOUR.format(startedAt);
  }

  /** Sorts by score, then trace, so that the lowest come first. */
  static String score(Score score, TraceKey trace, Source source) {
    return sortable(score.value())
        + "#"
        + trace.id()
        + "#"
        + padded(trace.revision())
        + "#"
        + version(source);
  }

  static String sortable(double score) {
    return String.format(Locale.ROOT, "%.6f", score);
  }

  static Instant hour(Instant instant) {
    return instant.truncatedTo(ChronoUnit.HOURS);
  }

  static String flows(String project, String agent) {
    return "FLOW#" + escape(project) + "#" + escape(agent);
  }

  static String agents(String project) {
    return "AGENT#" + escape(project);
  }

  static String rubrics(String project) {
    return "RUBRIC#" + escape(project);
  }

  static String day(String project) {
    return "DAY#" + escape(project);
  }

  static String dayOf(LocalDate day) {
    return day.toString();
  }

  static String object(String prefix, Instant receivedAt, String hash, String suffix) {
    return prefix + "/" + HOUR_PATH.format(receivedAt) + "/" + hash + suffix;
  }

  private static String version(Source source) {
    return escape(source.name()) + "@" + escape(source.version());
  }

  /** Reads what {@link #score} wrote of a source. A person's name may hold an {@code @}. */
  static Source source(Source.Type type, String version) {
    int at =
        switch (type) {
          case PERSON, API -> version.lastIndexOf('@');
          case CHECK, JUDGE -> version.indexOf('@');
        };
    return new Source(
        type, unescape(version.substring(0, at)), unescape(version.substring(at + 1)));
  }

  private static String unescape(String part) {
    return part.replace("%23", "#").replace("%25", "%");
  }

  private static String padded(int number) {
    return String.format(Locale.ROOT, "%05d", number);
  }
}
