package dev.assay.local.dynamodb;

import dev.assay.local.dynamodb.AttributeValue.B;
import dev.assay.local.dynamodb.AttributeValue.Bool;
import dev.assay.local.dynamodb.AttributeValue.Bs;
import dev.assay.local.dynamodb.AttributeValue.L;
import dev.assay.local.dynamodb.AttributeValue.M;
import dev.assay.local.dynamodb.AttributeValue.N;
import dev.assay.local.dynamodb.AttributeValue.Ns;
import dev.assay.local.dynamodb.AttributeValue.Null;
import dev.assay.local.dynamodb.AttributeValue.S;
import dev.assay.local.dynamodb.AttributeValue.Ss;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Items in MVStore: live objects in memory, a compact binary form on disk (one type byte, lengths
 * as var-ints). The type bytes are a file format: never renumber them.
 */
final class ItemType extends BasicDataType<Item> {
  private static final int SCALE_SHIFT = 128;
  static final ItemType INSTANCE = new ItemType();

  private ItemType() {}

  @Override
  public int getMemory(Item item) {
    return 64 + 2 * item.size();
  }

  @Override
  public void write(WriteBuffer buffer, Item item) {
    writeMap(buffer, item.attributes());
  }

  @Override
  public Item read(ByteBuffer buffer) {
    return Item.of(readMap(buffer));
  }

  @Override
  public Item[] createStorage(int size) {
    return new Item[size];
  }

  private static void writeMap(WriteBuffer buffer, Map<String, AttributeValue> values) {
    buffer.putVarInt(values.size());
    values.forEach((name, value) -> {
      writeText(buffer, name);
      writeValue(buffer, value);
    });
  }

  private static void writeValue(WriteBuffer buffer, AttributeValue value) {
    switch (value) {
      case S(var text) -> writeText(buffer.put((byte) 1), text);
      case N(var number) -> writeNumber(buffer.put((byte) 2), number);
      case B(var bytes) -> writeBytes(buffer.put((byte) 3), bytes.content());
      case Bool(var truth) -> buffer.put((byte) (truth ? 5 : 4));
      case Null() -> buffer.put((byte) 6);
      case L(var values) ->
          writeAll(buffer.put((byte) 7), values, element -> writeValue(buffer, element));
      case M(var values) -> writeMap(buffer.put((byte) 8), values);
      case Ss(var values) -> writeAll(buffer.put((byte) 9), values, v -> writeText(buffer, v));
      case Ns(var values) -> writeAll(buffer.put((byte) 10), values, v -> writeNumber(buffer, v));
      case Bs(var values) ->
          writeAll(buffer.put((byte) 11), values, v -> writeBytes(buffer, v.content()));
    }
  }

  private static AttributeValue readValue(ByteBuffer buffer) {
    byte type = buffer.get();
    return switch (type) {
      case 1 -> new S(readText(buffer));
      case 2 -> new N(readNumber(buffer));
      case 3 -> new B(Bytes.of(readBytes(buffer)));
      case 4 -> new Bool(false);
      case 5 -> new Bool(true);
      case 6 -> new Null();
      case 7 -> new L(readList(buffer));
      case 8 -> new M(readMap(buffer));
      case 9 -> new Ss(readSet(buffer, ItemType::readText));
      case 10 -> new Ns(readSet(buffer, ItemType::readNumber));
      case 11 -> new Bs(readSet(buffer, b -> Bytes.of(readBytes(b))));
      default -> throw new IllegalStateException("unknown stored type " + type);
    };
  }

  private static Map<String, AttributeValue> readMap(ByteBuffer buffer) {
    int count = DataUtils.readVarInt(buffer);
    Map<String, AttributeValue> values = LinkedHashMap.newLinkedHashMap(count);
    for (int i = 0; i < count; i++) {
      String name = readText(buffer);
      values.put(name, readValue(buffer));
    }
    return values;
  }

  private static List<AttributeValue> readList(ByteBuffer buffer) {
    int count = DataUtils.readVarInt(buffer);
    List<AttributeValue> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(readValue(buffer));
    }
    return values;
  }

  private static <T> Set<T> readSet(ByteBuffer buffer, Function<ByteBuffer, T> read) {
    int count = DataUtils.readVarInt(buffer);
    Set<T> values = LinkedHashSet.newLinkedHashSet(count);
    for (int i = 0; i < count; i++) {
      values.add(read.apply(buffer));
    }
    return values;
  }

  private static <T> void writeAll(WriteBuffer buffer, Collection<T> values, Consumer<T> write) {
    buffer.putVarInt(values.size());
    values.forEach(write);
  }

  private static void writeNumber(WriteBuffer buffer, BigDecimal number) {
    // A scale lies in -125..167, which no signed byte holds: a var-int of the shifted value does.
    buffer.putVarInt(number.scale() + SCALE_SHIFT);
    writeBytes(buffer, number.unscaledValue().toByteArray());
  }

  private static BigDecimal readNumber(ByteBuffer buffer) {
    int scale = DataUtils.readVarInt(buffer) - SCALE_SHIFT;
    return new BigDecimal(new BigInteger(readBytes(buffer)), scale);
  }

  private static void writeText(WriteBuffer buffer, String text) {
    writeBytes(buffer, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String readText(ByteBuffer buffer) {
    return new String(readBytes(buffer), StandardCharsets.UTF_8);
  }

  private static void writeBytes(WriteBuffer buffer, byte[] bytes) {
    buffer.putVarInt(bytes.length).put(bytes);
  }

  private static byte[] readBytes(ByteBuffer buffer) {
    byte[] bytes = new byte[DataUtils.readVarInt(buffer)];
    buffer.get(bytes);
    return bytes;
  }
}
