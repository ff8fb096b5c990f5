package dev.assay.core.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembersTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 9, 64, 500})
  void members_are_found_and_stay_in_the_senders_order(int size) {
    Map<String, Json> sent = sent(size);

    Map<String, Json> members = new Json.Obj(sent).members();

    assertThat(members).isEqualTo(sent).hasSameHashCodeAs(sent).doesNotContainKey("key");
    assertThat(members.keySet()).containsExactlyElementsOf(sent.keySet());
    assertThat(members.values()).containsExactlyElementsOf(sent.values());
    sent.forEach((name, value) -> assertThat(members.get(name)).isSameAs(value));
    assertThat(members.get("key")).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9})
  void nobody_changes_the_members(int size) {
    Map<String, Json> sent = sent(size);
    Map<String, Json> members = new Json.Obj(sent).members();

    sent.clear();

    assertThat(members).hasSize(size);
    assertThatThrownBy(() -> members.put("new", Json.Null.NULL))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(members::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  private static Map<String, Json> sent(int size) {
    Map<String, Json> sent = new LinkedHashMap<>();
    for (int i = size; i > 0; i--) {
      sent.put("key" + i, new Json.Text("value " + i));
    }
    return sent;
  }
}
