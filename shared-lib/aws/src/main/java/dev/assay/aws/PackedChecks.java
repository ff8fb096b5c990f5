package dev.assay.aws;

import dev.assay.core.trace.Pointer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the results of a segment's traces lie, packed: 12 bytes a trace (object 2, ordinal 2,
 * offset 4, length 4), so that a batch of 250 costs three write units.
 */
final class PackedChecks {
  static final String STATE = "state";
  static final PackedChecks EMPTY = new PackedChecks(0, List.of(), new byte[0]);

  private static final int ENTRY_BYTES = 12;

  private final int state;
  private final List<String> objects;
  private final byte[] entries;

  private PackedChecks(int state, List<String> objects, byte[] entries) {
    this.state = state;
    this.objects = objects;
    this.entries = entries;
  }

  /** Counts the replacements of the item; 0 when there is none yet. */
  int state() {
    return state;
  }

  static PackedChecks read(Item item) {
    return new PackedChecks((int) item.number(STATE), item.texts("objects"), item.bytes("entries"));
  }

  Item write(Item key) {
    return key.with(STATE, state).with("objects", objects).with("entries", entries);
  }

  PackedChecks with(List<Pointer> results, List<Integer> ordinals) {
    List<String> allObjects = new ArrayList<>(objects);
    allObjects.add(results.getFirst().segment());
    ByteBuffer buffer = ByteBuffer.allocate(entries.length + results.size() * ENTRY_BYTES);
    buffer.put(entries);
    for (int i = 0; i < results.size(); i++) {
      buffer
          .putShort((short) (allObjects.size() - 1))
          .putShort(ordinals.get(i).shortValue())
          .putInt((int) results.get(i).offset())
          .putInt(results.get(i).length());
    }
    return new PackedChecks(state + 1, allObjects, buffer.array());
  }

  Optional<Pointer> find(int ordinal) {
    ByteBuffer buffer = ByteBuffer.wrap(entries);
    while (buffer.remaining() >= ENTRY_BYTES) {
      int object = Short.toUnsignedInt(buffer.getShort());
      int candidate = Short.toUnsignedInt(buffer.getShort());
      int offset = buffer.getInt();
      int length = buffer.getInt();
      if (candidate == ordinal) {
        return Optional.of(new Pointer(objects.get(object), ordinal, offset, length));
      }
    }
    return Optional.empty();
  }
}
