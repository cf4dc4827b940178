package org.wirecopy.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One keep-alive connection: takes the bytes of HTTP/1.1 requests apart in place, looking only at
 * the headers the tally needs.
 */
final class SinkConnection {
  private static final byte[] LENGTH = bytes("content-length");
  private static final byte[] ENCODING = bytes("transfer-encoding");
  private static final byte[] CONNECTION = bytes("connection");
  private static final byte[] ID = bytes("webhook-id");
  private static final byte[] URI = bytes("wirecopy-uri");
  private static final byte[] VERSION = bytes("wirecopy-version");
  private static final byte[] SEQUENCE = bytes("wirecopy-sequence");
  private static final byte[] ACTION = bytes("wirecopy-action");

  final SocketChannel channel;
  final int partner;

  /** Of the request read last. */
  long idHash;

  long uriHash;
  int version;
  long sequence;
  boolean lastOne;

  private byte[] in = new byte[16 * 1024];
  private int filled;
  private int scanned;
  private int bodyStart;
  private int bodyLength;
  private int end;
  private boolean chunked;
  private final boolean texts;
  private String id = "";
  private String uri = "";
  private String action = "";

  /**
   * A connection.
   *
   * @param texts true if the values of headers are wanted as text too
   */
  SinkConnection(SocketChannel channel, int partner, boolean texts) {
    this.channel = channel;
    this.partner = partner;
    this.texts = texts;
  }

  /** Takes in bytes that came. */
  void take(ByteBuffer bytes) {
    int more = bytes.remaining();
    if (filled + more > in.length) {
      in = Arrays.copyOf(in, Math.max(in.length * 2, filled + more));
    }
    bytes.get(in, filled, more);
    filled += more;
  }

  /** True if a whole request stands at the front; its facts are then in the fields. */
  boolean complete() throws IOException {
    if (bodyStart == 0) {
      int headersEnd = headersEnd();
      if (headersEnd < 0) {
        return false;
      }
      bodyStart = headersEnd;
      readHeaders();
    }
    if (chunked) {
      end = chunksEnd();
      return end > 0;
    }
    end = bodyStart + bodyLength;
    return filled >= end;
  }

  /** Forgets the request at the front. */
  void next() {
    System.arraycopy(in, end, in, 0, filled - end);
    filled -= end;
    scanned = 0;
    bodyStart = 0;
  }

  String id() {
    return id;
  }

  String uri() {
    return uri;
  }

  String action() {
    return action;
  }

  /** The token in the body that begins with a prefix, without the prefix; empty if none. */
  String token(byte[] prefix) {
    for (int i = bodyStart; i <= end - prefix.length; i++) {
      if (Arrays.equals(in, i, i + prefix.length, prefix, 0, prefix.length)) {
        int start = i + prefix.length;
        int stop = start;
        while (stop < end && (in[stop] == '-' || (in[stop] >= '0' && in[stop] <= '9'))) {
          stop++;
        }
        return text(start, stop);
      }
    }
    return "";
  }

  private int headersEnd() {
    for (int i = Math.max(0, scanned - 3); i + 3 < filled; i++) {
      if (in[i] == '\r' && in[i + 1] == '\n' && in[i + 2] == '\r' && in[i + 3] == '\n') {
        return i + 4;
      }
    }
    scanned = filled;
    return -1;
  }

  private void readHeaders() {
    idHash = 0;
    uriHash = 0;
    version = 0;
    sequence = -1;
    bodyLength = 0;
    chunked = false;
    lastOne = false;
    int line = lineEnd(0) + 2;
    while (line < bodyStart - 2) {
      int stop = lineEnd(line);
      int colon = line;
      while (colon < stop && in[colon] != ':') {
        colon++;
      }
      int value = colon + 1;
      while (value < stop && in[value] == ' ') {
        value++;
      }
      header(line, colon - line, value, stop);
      line = stop + 2;
    }
  }

  private void header(int name, int length, int value, int stop) {
    if (is(name, length, LENGTH)) {
      bodyLength = (int) number(value, stop);
    } else if (is(name, length, ENCODING)) {
      chunked = true;
    } else if (is(name, length, CONNECTION)) {
      lastOne = in[value] == 'c' || in[value] == 'C';
    } else if (is(name, length, ID)) {
      idHash = hash(value, stop);
      id = texts ? text(value, stop) : "";
    } else if (is(name, length, URI)) {
      uriHash = hash(value, stop);
      uri = texts ? text(value, stop) : "";
    } else if (is(name, length, VERSION)) {
      version = (int) number(value, stop);
    } else if (is(name, length, SEQUENCE)) {
      sequence = number(value, stop);
    } else if (texts && is(name, length, ACTION)) {
      action = text(value, stop);
    }
  }

  /** Where the last chunk and its empty trailer end, or -1 if more has to come. */
  private int chunksEnd() throws IOException {
    int at = bodyStart;
    while (true) {
      int stop = lineEnd(at);
      if (stop < 0) {
        return -1;
      }
      int size = Integer.parseInt(text(at, stop).split(";", 2)[0].strip(), 16);
      at = stop + 2 + size + 2;
      if (at > filled) {
        return -1;
      }
      if (size == 0) {
        return at;
      }
    }
  }

  private int lineEnd(int from) {
    for (int i = from; i + 1 < filled; i++) {
      if (in[i] == '\r' && in[i + 1] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private boolean is(int at, int length, byte[] name) {
    if (length != name.length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if ((in[at + i] | 0x20) != (name[i] | 0x20)) {
        return false;
      }
    }
    return true;
  }

  private long number(int from, int to) {
    long number = 0;
    for (int i = from; i < to && in[i] >= '0' && in[i] <= '9'; i++) {
      number = number * 10 + in[i] - '0';
    }
    return number;
  }

  private long hash(int from, int to) {
    long hash = 0xCBF29CE484222325L;
    for (int i = from; i < to; i++) {
      hash = (hash ^ in[i]) * 0x100000001B3L;
    }
    return LongMap.mix(hash);
  }

  private String text(int from, int to) {
    return new String(in, from, to - from, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
