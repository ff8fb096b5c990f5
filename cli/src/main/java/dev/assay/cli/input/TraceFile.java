package dev.assay.cli.input;

import dev.assay.cli.terminal.Surroundings;
import dev.assay.cli.terminal.WrongInput;
import dev.assay.core.ingest.Reading;
import dev.assay.core.trace.Bytes;
import dev.assay.wire.JsonTraceFormat;
import dev.assay.wire.Mappers;
import dev.assay.wire.sgd.SgdDialogues;
import dev.assay.wire.tau.TauTraces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a file of traces, or standard input as {@code -}, one trace at a time. */
public final class TraceFile implements AutoCloseable {
  public static final String STANDARD_INPUT = "-";

  private final String name;
  private final Documents documents;
  private final JsonTraceFormat contract;
  private final TauTraces tau;
  private Format format;

  private TraceFile(
      String name, Documents documents, Format format, TauTraces tau, Surroundings surroundings) {
    this.name = name;
    this.documents = documents;
    this.format = format;
    this.tau = tau;
    this.contract = JsonTraceFormat.verbatim(surroundings.clock());
  }

  /**
   * Opens a file.
   *
   * @throws WrongInput when it cannot be read
   */
  public static TraceFile open(Surroundings surroundings, String name, Format format) {
    boolean standard = name.equals(STANDARD_INPUT);
    Path file = standard ? surroundings.directory() : surroundings.file(name);
    Path beside = standard ? file : file.toAbsolutePath().getParent();
    try {
      InputStream in = standard ? surroundings.in() : Files.newInputStream(file);
      return new TraceFile(
          standard ? "standard input" : name,
          new Documents(in),
          format,
          TauTraces.beside(beside == null ? file : beside),
          surroundings);
    } catch (NoSuchFileException e) {
      throw new WrongInput(name + ": no such file");
    } catch (IOException e) {
      throw new WrongInput(name + ": cannot be read: " + e.getMessage());
    }
  }

  /** The next document; empty after the last. */
  public Optional<Entry> next() {
    try {
      return documents.next().map(this::entry);
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": cannot be read", e);
    }
  }

  private Entry entry(Documents.Raw raw) {
    String place = name + ":" + raw.line();
    if (raw.problem() != null) {
      return new Entry.Invalid(place, raw.problem());
    }
    return switch (format) {
      case ASSAY -> contract(place, raw.json());
      case TAU -> tau(place, raw.json());
      case SGD -> sgd(place, raw.json());
      case AUTO -> decide(place, raw.json());
    };
  }

  /** The first document that is JSON decides for the whole file. */
  private Entry decide(String place, Bytes json) {
    try {
      format = formatOf(Mappers.JSON.readTree(json.array()));
    } catch (JacksonException e) {
      return contract(place, json);
    }
    return switch (format) {
      case TAU -> tau(place, json);
      case SGD -> sgd(place, json);
      case ASSAY, AUTO -> contract(place, json);
    };
  }

  private static Format formatOf(JsonNode document) {
    if (TauTraces.looksLikeTau(document)) {
      return Format.TAU;
    }
    return SgdDialogues.looksLikeSgd(document) ? Format.SGD : Format.ASSAY;
  }

  private Entry sgd(String place, Bytes json) {
    try {
      JsonNode dialogue = Mappers.JSON.readTree(json.array());
      if (SgdDialogues.looksLikeSgd(dialogue)) {
        ObjectNode trace = SgdDialogues.trace(dialogue);
        return contract(place, Bytes.of(Mappers.JSON.writeValueAsBytes(trace)));
      }
      return new Entry.Invalid(
          place, "body: expected an SGD dialogue with dialogue_id, services and turns");
    } catch (JacksonException e) {
      return contract(place, json);
    }
  }

  private Entry tau(String place, Bytes json) {
    try {
      JsonNode line = Mappers.JSON.readTree(json.array());
      if (TauTraces.looksLikeTau(line)) {
        return contract(place, Bytes.of(Mappers.JSON.writeValueAsBytes(tau.trace(line))));
      }
      return new Entry.Invalid(
          place, "body: expected a tau conversation with harness, domain, task_id and messages");
    } catch (JacksonException e) {
      return contract(place, json);
    }
  }

  private Entry contract(String place, Bytes json) {
    return switch (contract.read(json)) {
      case Reading.Accepted accepted -> new Entry.Valid(place, accepted.trace(), json);
      case Reading.Refused refused -> new Entry.Invalid(place, refused.reason());
    };
  }

  @Override
  public void close() {
    try {
      documents.close();
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": cannot be closed", e);
    }
  }
}
