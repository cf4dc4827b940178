package org.wirecopy.intake.formats;

import java.util.Arrays;

/** Finds whole pieces of a file: elements, objects, groups, strings, lines. */
final class Structure {
  private Structure() {}

  /** A piece, from its first byte to behind its last. */
  record Piece(int from, int to) {
    int length() {
      return to - from;
    }

    byte[] of(byte[] bytes) {
      return Arrays.copyOfRange(bytes, from, to);
    }
  }

  /** The first whole piece that begins at or after a place, or null. */
  static Piece after(byte[] bytes, int near) {
    for (int from = near; from < bytes.length; from++) {
      int to =
          switch (bytes[from]) {
            case '<' -> elementEnd(bytes, from);
            case '{', '[' -> balanced(bytes, from, bytes[from], bytes[from] + 2);
            case '"', '\'' -> next(bytes, from + 1, bytes[from]) + 1;
            case '\n' -> bytes[0] == '<' || bytes[0] == '{' ? 0 : next(bytes, from + 1, '\n');
            default -> 0;
          };
      if (to > from && to <= bytes.length) {
        return new Piece(from, to);
      }
    }
    return null;
  }

  /** Behind the end tag that belongs to the start tag here; 0 if this is none. */
  private static int elementEnd(byte[] bytes, int from) {
    int name = from + 1;
    while (name < bytes.length && isName(bytes[name])) {
      name++;
    }
    int close = next(bytes, from, '>');
    if (name == from + 1 || close >= bytes.length) {
      return 0;
    }
    if (bytes[close - 1] == '/') {
      return close + 1;
    }
    int depth = 0;
    for (int at = from; at < bytes.length; at = next(bytes, at + 1, '<')) {
      boolean end = at + 1 < bytes.length && bytes[at + 1] == '/';
      if (isNamed(bytes, at + (end ? 2 : 1), from + 1, name)) {
        int tagEnd = next(bytes, at, '>');
        boolean empty = tagEnd < bytes.length && bytes[tagEnd - 1] == '/';
        depth += end ? -1 : empty ? 0 : 1;
        if (depth == 0) {
          return tagEnd + 1;
        }
      }
    }
    return 0;
  }

  private static boolean isNamed(byte[] bytes, int at, int from, int to) {
    int length = to - from;
    return at + length < bytes.length
        && Arrays.equals(bytes, at, at + length, bytes, from, to)
        && !isName(bytes[at + length]);
  }

  private static boolean isName(byte one) {
    return Character.isLetterOrDigit(one) || one == ':' || one == '-' || one == '.' || one == '_';
  }

  private static int balanced(byte[] bytes, int from, int open, int close) {
    int depth = 0;
    for (int at = from; at < bytes.length; at++) {
      depth += bytes[at] == open ? 1 : bytes[at] == close ? -1 : 0;
      if (depth == 0) {
        return at + 1;
      }
    }
    return 0;
  }

  private static int next(byte[] bytes, int from, int wanted) {
    int at = from;
    while (at < bytes.length && bytes[at] != wanted) {
      at++;
    }
    return at;
  }
}
