package dev.assay.core.check.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.feedback.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RemarkTest {
  private static List<Finding> remarks(Traces trace) {
    return new CommitmentCheck()
        .assess(trace.build()).getFirst().findings().stream().toList();
  }

  @Test
  void a_class_that_the_update_did_not_change_is_contradicted() {
    System.out.println(
        remarks(
            Traces.aTrace()
                .user("please upgrade me")
                .called(
                    "update_reservation_flights",
                    "{\"reservation_id\":\"XEWRD9\",\"cabin\":\"economy\"}",
                    "{\"reservation_id\":\"XEWRD9\",\"cabin\":\"basic_economy\",\"insurance\":\"yes\"}")
                .agent("The flight has been changed, and the cabin has been upgraded to economy class.")));
    assertThat(1).isEqualTo(1);
  }
}
