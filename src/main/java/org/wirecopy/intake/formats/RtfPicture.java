package org.wirecopy.intake.formats;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Picture;
import org.wirecopy.intake.PictureBytes;

/** A picture on its way out of a {@code \\pict} group, which holds it in hex or as it is. */
final class RtfPicture {
  /** Beyond this many bytes no more are kept; no site takes such a picture. */
  private static final int LARGEST = 24 << 20;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int high = -1;
  private @Nullable String alt;

  /** One sign of hex; others are passed over. */
  void hex(byte sign) {
    int digit = Character.digit(sign, 16);
    if (digit < 0) {
      return;
    }
    if (high < 0) {
      high = digit;
    } else {
      if (bytes.size() < LARGEST) {
        bytes.write(high << 4 | digit);
      }
      high = -1;
    }
  }

  void binary(byte[] rtf, int from, int to) {
    bytes.write(rtf, from, Math.min(to - from, Math.max(0, LARGEST - bytes.size())));
  }

  void alt(String words) {
    alt = WireText.line(words);
  }

  Optional<Picture> keptIn(PictureBytes pictures, String name) {
    return bytes.size() == 0
        ? Optional.empty()
        : pictures.keep(name, bytes.toByteArray(), null, alt);
  }
}
