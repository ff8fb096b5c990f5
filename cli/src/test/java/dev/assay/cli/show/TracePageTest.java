package dev.assay.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.terminal.Surroundings;
import dev.assay.core.check.AgentSettings;
import dev.assay.core.check.CheckBatch;
import dev.assay.core.check.commitment.CommitmentCheck;
import dev.assay.core.ingest.Reading;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Pointer;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.TraceKey;
import dev.assay.core.trace.TraceRecord;
import dev.assay.wire.JsonTraceFormat;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TracePageTest {
  private static final String BODY =
      """
      {"trace_id":"call-1","agent":{"name":"shop","version":"1.2"},"started_at":"2026-11-02T10:00:00Z",
       "channel":"chat","locale":"en-US","messages":[
       {"role":"user","content":"What does my order cost?"},
       {"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function",
        "function":{"name":"get_order","arguments":{"order":"A1"}}}]},
       {"role":"tool","tool_call_id":"c1","content":"{\\"order\\":\\"A1\\",\\"total\\":249.99,\\"currency\\":\\"USD\\"}"},
       {"role":"assistant","content":"The total of your order is $199.99."}]}
      """;

  @Test
  void a_trace_reads_as_a_conversation_with_its_commitments_marked() {
    Instant now = Instant.parse("2026-11-02T10:01:00Z");
    Reading reading = JsonTraceFormat.verbatim(() -> now).read(Bytes.utf8(BODY));
    Trace trace = ((Reading.Accepted) reading).trace();
    TraceKey key = new TraceKey(trace.id(), 1);
    TraceRecord stored =
        new TraceRecord(
            key,
            new Pointer("segments/x", 0, 0, 10),
            "call-1",
            "default",
            trace.agent(),
            null,
            "chat",
            "en-US",
            trace.startedAt(),
            now,
            0.002,
            List.of(),
            new TraceRecord.Sampled(List.of("tool_call"), 3_000, 0.3, 7, false, 1));
    var feedback =
        CheckBatch.feedback(key, trace, AgentSettings.NONE, List.of(new CommitmentCheck()), now);

    String page = TracePage.write(plain(), stored, trace, feedback);

    assertThat(page)
        .startsWith(
            """
            call-1  revision 1
            project default · agent shop 1.2 · chat · en-US
            started 2026-11-02T10:00:00Z, received 2026-11-02T10:01:00Z

              [0] customer    What does my order cost?
              [1] agent
                              calls get_order order=A1
              [2] tool        {"order":"A1","total":249.99,"currency":"USD"}
              [3] agent       The total of your order is [[$199.99]] {contradicted}.
                              ^ contradicted PRICE USD 199.99; nearest get_order.total = USD 249.99
            """)
        .contains("  commitments            0.00")
        .endsWith(
            """
            Sampling
              tiers tool_call; rate 30.0 % under policy 1; not chosen

            Cost
              agent $0.0020, judging $0.00
            """);
  }

  private static Surroundings plain() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    return new Surroundings(
        Map.of(),
        Path.of(""),
        Path.of(""),
        InputStream.nullInputStream(),
        nowhere,
        nowhere,
        false,
        false,
        Clock.systemUTC());
  }
}
