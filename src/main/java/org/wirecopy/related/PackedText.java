package org.wirecopy.related;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.compress.LZ4;

/** A story's text, packed small for an export or a rebuild. */
final class PackedText {
  private PackedText() {}

  static BytesRef pack(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    try {
      out.writeVInt(bytes.length);
      LZ4.compress(bytes, 0, bytes.length, out, new LZ4.FastCompressionHashTable());
    } catch (IOException e) {
      throw new AssertionError("memory does not fail", e);
    }
    return new BytesRef(out.toArrayCopy());
  }

  static String unpack(BytesRef packed) throws IOException {
    ByteArrayDataInput in = new ByteArrayDataInput(packed.bytes, packed.offset, packed.length);
    int length = in.readVInt();
    byte[] bytes = new byte[length];
    if (length > 0) {
      LZ4.decompress(in, length, bytes, 0);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
