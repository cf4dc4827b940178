package org.wirecopy.intake.formats;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** In which character set the bytes of an RTF file stand: by its code page, or by a font's. */
final class RtfCharsets {
  private final Map<Integer, Charset> fontCharsets = new HashMap<>();
  private Charset charset = Charset.forName("windows-1252");
  private int font;

  /** The character set of a group's bytes. */
  Charset of(RtfGroup group) {
    return group.charset == null ? charset : group.charset;
  }

  /** Takes a control word that chooses a character set; every other says nothing here. */
  void word(String word, int number, RtfGroup group) {
    switch (word) {
      case "ansicpg" -> charset = codePage(number, charset);
      case "mac" -> charset = codePage(10_000, charset);
      case "pc" -> charset = codePage(437, charset);
      case "pca" -> charset = codePage(850, charset);
      case "f" -> {
        font = number;
        if (!group.fonts) {
          group.charset = fontCharsets.get(number);
        }
      }
      case "fcharset" -> {
        Charset found = group.fonts ? fontCharset(number) : null;
        if (found != null) {
          fontCharsets.put(font, found);
        }
      }
      default -> {
        // all else sets how the text looks
      }
    }
  }

  private static Charset codePage(int number, Charset otherwise) {
    String name =
        switch (number) {
          case 10_000 -> "x-MacRoman";
          case 65_001 -> "UTF-8";
          case 932 -> "windows-31j";
          case 936 -> "GBK";
          case 949 -> "x-windows-949";
          case 950 -> "Big5";
          case 437, 850, 852, 855, 857, 858, 860, 862, 863, 864, 865, 866 -> "IBM" + number;
          case 874 -> "x-windows-874";
          default -> "windows-" + number;
        };
    return Charset.isSupported(name) ? Charset.forName(name) : otherwise;
  }

  /** The code page behind a font's {@code \\fcharset}. */
  private static @Nullable Charset fontCharset(int number) {
    int page =
        switch (number) {
          case 0 -> 1252;
          case 77 -> 10_000;
          case 128 -> 932;
          case 129 -> 949;
          case 134 -> 936;
          case 136 -> 950;
          case 161 -> 1253;
          case 162 -> 1254;
          case 163 -> 1258;
          case 177 -> 1255;
          case 178 -> 1256;
          case 186 -> 1257;
          case 204 -> 1251;
          case 222 -> 874;
          case 238 -> 1250;
          default -> 0;
        };
    return page == 0 ? null : codePage(page, StandardCharsets.ISO_8859_1);
  }
}
