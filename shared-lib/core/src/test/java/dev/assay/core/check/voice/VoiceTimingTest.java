package dev.assay.core.check.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.check.Conversation;
import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Finding;
import dev.assay.core.feedback.Verdict;
import org.junit.jupiter.api.Test;

final class VoiceTimingTest {
  private static final VoiceTiming VOICE = new VoiceTiming(VoiceTiming.Thresholds.DEFAULT);

  private static Conversation call() {
    return new Conversation().channel("voice");
  }

  @Test
  void latency_runs_from_the_customers_end_to_the_agents_start() {
    Conversation talk =
        call().user(0, 1_000).agent(1_500, 2_000).user(3_000, 4_000).agent(6_750, 7_000);
    Assessment latency = talk.assess(VOICE, VoiceTiming.LATENCY);
    assertThat(latency.value()).isEqualTo("p50 500 ms, p95 2750 ms");
    assertThat(talk.score(VOICE, VoiceTiming.LATENCY)).isCloseTo(0.5, within(1e-9));
    assertThat(latency.findings()).extracting(Finding::message).containsExactly(3);
  }

  @Test
  void an_agent_who_talks_over_is_not_fast() {
    Conversation talk = call().user(0, 2_000).agent(1_000, 3_000);
    assertThat(talk.assess(VOICE, VoiceTiming.LATENCY).verdict())
        .isInstanceOf(Verdict.Unscored.class);
    assertThat(talk.score(VOICE, VoiceTiming.TALK_OVER)).isCloseTo(0.5, within(1e-9));
    assertThat(talk.assess(VOICE, VoiceTiming.TALK_OVER).findings())
        .extracting(Finding::message, Finding::normalised)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(1, "1000 ms"));
  }

  @Test
  void a_short_overlap_is_a_back_channel() {
    Conversation talk = call().user(0, 2_000).agent(1_900, 3_000);
    assertThat(talk.score(VOICE, VoiceTiming.TALK_OVER)).isEqualTo(1);
  }

  @Test
  void a_silence_over_two_seconds_is_a_pause() {
    Conversation talk = call().agent(0, 2_000).user(4_000, 5_000).agent(10_000, 20_000);
    Assessment pauses = talk.assess(VOICE, VoiceTiming.PAUSES);
    assertThat(pauses.value()).isEqualTo("1 pauses, 5000 ms");
    assertThat(pauses.findings()).extracting(Finding::message).containsExactly(2);
    assertThat(talk.score(VOICE, VoiceTiming.PAUSES)).isCloseTo(0.75, within(1e-9));
  }

  @Test
  void turns_cut_off_are_interruptions() {
    Conversation talk = call().agent(0, 2_000, true).user(1_900, 3_000);
    assertThat(talk.score(VOICE, VoiceTiming.INTERRUPTIONS)).isCloseTo(0.5, within(1e-9));
    assertThat(talk.assess(VOICE, VoiceTiming.INTERRUPTIONS).value())
        .isEqualTo("1 of 2 turns, 0 the customer's");
  }

  @Test
  void a_monologue_goes_on_over_several_turns_of_the_agent() {
    Conversation talk = call().agent(0, 30_000).agent(31_000, 60_000).user(61_000, 62_000);
    assertThat(talk.score(VOICE, VoiceTiming.MONOLOGUE)).isCloseTo(0.5, within(1e-9));
    assertThat(talk.assess(VOICE, VoiceTiming.MONOLOGUE).value()).isEqualTo("60000 ms");
  }

  @Test
  void without_offsets_only_latency_is_scored_from_timestamps() {
    Conversation talk = call().at(false, 10).at(true, 11);
    assertThat(talk.assess(VOICE, VoiceTiming.LATENCY).value()).contains("from timestamps");
    for (String key :
        new String[] {
          VoiceTiming.PAUSES,
          VoiceTiming.TALK_OVER,
          VoiceTiming.INTERRUPTIONS,
          VoiceTiming.MONOLOGUE
        }) {
      assertThat(talk.assess(VOICE, key).verdict()).as(key).isInstanceOf(Verdict.Unscored.class);
    }
  }

  @Test
  void a_chat_is_none_of_its_kind() {
    assertThat(VOICE.assess(new Conversation().channel("chat").user(0, 10).trace())).isEmpty();
    assertThat(VOICE.assess(new Conversation().at(false, 10).trace())).isEmpty();
  }
}
