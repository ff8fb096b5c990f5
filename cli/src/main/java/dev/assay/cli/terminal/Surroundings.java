package dev.assay.cli.terminal;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What the command was started with. Answers go to {@code out}, progress and messages to {@code
 * err}.
 *
 * @param environment variables of the process
 * @param home the project's directory, where {@code template.yaml} and {@code .assay/} are
 * @param directory where the user stands; relative file names count from here
 * @param outIsTerminal a person reads {@code out}
 * @param errIsTerminal a person reads {@code err}
 */
public record Surroundings(
    Map<String, String> environment,
    Path home,
    Path directory,
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Clock clock) {
  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /** A file as the user names it. */
  public Path file(String name) {
    return directory.resolve(name);
  }

  /** The system template. */
  public Path template() {
    return home.resolve("template.yaml");
  }

  /** A message for people. */
  public void say(String message) {
    err.println(message);
  }

  /** The words between the marks that suit the reader: bold for a terminal, brackets else. */
  public String marked(String words) {
    return outIsTerminal ? "\u001b[1m" + words + "\u001b[22m" : "[[" + words + "]]";
  }

  /** A heading. */
  public String heading(String words) {
    return outIsTerminal ? "\u001b[1m" + words + "\u001b[22m" : words;
  }
}
