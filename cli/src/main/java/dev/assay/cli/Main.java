package dev.assay.cli;

import dev.assay.cli.terminal.Surroundings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The process: the only place that reads its environment and ends it. */
public final class Main {
  private static final int BUFFER = 1 << 14;

  private Main() {}

  /** Runs one command; the launcher says where the project is and which streams are terminals. */
  public static void main(String[] arguments) {
    List<String> terminals = List.of(System.getProperty("assay.terminals", "").split(","));
    PrintStream out = stream(FileDescriptor.out);
    Surroundings surroundings =
        new Surroundings(
            System.getenv(),
            Path.of(System.getProperty("assay.home", ".")).toAbsolutePath().normalize(),
            Path.of("").toAbsolutePath(),
            System.in,
            out,
            stream(FileDescriptor.err),
            terminals.contains("out"),
            terminals.contains("err"),
            Clock.systemUTC());
    int code = Assay.run(surroundings, arguments);
    out.flush();
    System.exit(code);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new java.io.BufferedOutputStream(new FileOutputStream(descriptor), BUFFER),
        descriptor == FileDescriptor.err,
        StandardCharsets.UTF_8);
  }
}
