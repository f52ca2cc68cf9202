package io.watchbill.systemtests;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A message of Protocol Buffers, read without its schema: its fields that have a length. */
record Protobuf(byte[] bytes) {

  /** Returns the messages in a field, by its number. */
  List<Protobuf> all(int field) {
    List<Protobuf> found = new ArrayList<>();
    ByteBuffer rest = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (rest.hasRemaining()) {
      long tag = varint(rest);
      switch ((int) (tag & 7)) {
        case 0 -> varint(rest);
        case 1 -> rest.getLong();
        case 5 -> rest.getInt();
        case 2 -> {
          byte[] value = new byte[(int) varint(rest)];
          rest.get(value);
          if (tag >> 3 == field) {
            found.add(new Protobuf(value));
          }
        }
        default -> throw new IllegalArgumentException("no wire type: " + (tag & 7));
      }
    }
    return found;
  }

  /** Returns the texts along a path of fields. */
  List<Protobuf> all(int field, int... further) {
    List<Protobuf> found = all(field);
    for (int next : further) {
      found = found.stream().flatMap(one -> one.all(next).stream()).toList();
    }
    return found;
  }

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  private static long varint(ByteBuffer from) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = from.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number without an end");
  }
}
