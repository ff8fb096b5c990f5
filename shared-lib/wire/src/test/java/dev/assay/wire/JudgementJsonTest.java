package dev.assay.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.judge.Candidate;
import dev.assay.core.judge.Draw;
import dev.assay.core.judge.Due;
import dev.assay.core.judge.WindowLog.Closed;
import dev.assay.core.judge.WindowLog.Fate;
import dev.assay.core.sampling.Cell;
import dev.assay.core.sampling.SampleHash;
import dev.assay.core.sampling.Signal;
import dev.assay.core.sampling.Tier;
import dev.assay.core.sampling.WindowDraw;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Handed;
import dev.assay.wire.JudgementJson.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the judge is asked, by the samples in {@code events/}. */
final class JudgementJsonTest {
  private static final Instant WINDOW = Instant.parse("2026-11-20T09:40:00Z");

  private static String body(String sample) throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("events"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("no folder events above the working directory");
    }
    return Mappers.JSON
        .readTree(Files.readString(folder.resolve("events").resolve(sample)))
        .at("/Records/0/body")
        .asString();
  }

  private static List<Handed> wished() throws IOException {
    return ((Judgement.Wished) JudgementJson.read(body("judge-sqs.json"))).traces();
  }

  @Test
  void wished_traces_bring_their_luck() throws IOException {
    assertThat(wished())
        .hasSize(2)
        .allSatisfy(trace ->
            assertThat(SampleHash.luck(trace.hash())).isLessThanOrEqualTo(trace.probability()));
  }

  @Test
  void a_window_to_close_is_read_as_it_was_written() throws IOException {
    String body = body("judge-close-sqs.json");
    Judgement.Close close = (Judgement.Close) JudgementJson.read(body);
    assertThat(close)
        .isEqualTo(new Judgement.Close("default", WINDOW, Instant.parse("2026-11-20T09:45:30Z")));
    assertThat(JudgementJson.close(close.project(), close.window(), close.due())).isEqualTo(body);
  }

  @Test
  void drawn_traces_are_read_as_they_were_written() throws IOException {
    Judgement.Judge judge = (Judgement.Judge) JudgementJson.read(body("judge-drawn-sqs.json"));
    Draw draw = new Draw(WINDOW, Cell.parse("tool_call+low_evidence"), 0.0123);
    assertThat(judge.attempt()).isEqualTo(1);
    assertThat(judge.due()).containsExactly(new Due(wished().getFirst().drawnWith(0.21), draw));
    assertThat(JudgementJson.read(JudgementJson.judge(judge.due(), 7)))
        .isEqualTo(new Judgement.Judge(judge.due(), 7));
  }

  @Test
  void anything_else_is_refused() {
    assertThatThrownBy(() -> JudgementJson.read("{\"close\":{\"project\":\"p\"}}"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> JudgementJson.read("no pointers"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_decided_window_is_read_as_it_was_written() throws IOException {
    Candidate candidate = new Candidate(wished().getFirst(), Set.of(Signal.RETRY), 0.02);
    Cell cell = new Cell(Tier.TOOL_CALL, Set.of(Signal.RETRY));
    Fate fate =
        new Fate(candidate, WindowDraw.Fate.OVER_BUDGET, new Draw(WINDOW, cell, 0.02), 0.2, 0.15);
    WindowDraw.Parameters numbers =
        new WindowDraw.Parameters(
            1,
            2,
            1,
            0.9,
            OptionalDouble.of(0.1),
            1,
            OptionalDouble.empty(),
            List.of(new WindowDraw.Rate(cell, 0.3, 0.2, 1)));
    Closed closed =
        new Closed(
            WINDOW.plusSeconds(330), numbers, "so", 1, Map.of(candidate.trace().key(), fate));

    assertThat(WindowJson.readClosed(Bytes.of(WindowJson.write(closed)))).isEqualTo(closed);
    assertThat(WindowJson.readCandidates(Bytes.of(WindowJson.write(List.of(candidate)))))
        .containsExactly(candidate);
  }
}
