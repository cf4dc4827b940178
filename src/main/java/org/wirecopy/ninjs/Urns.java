package org.wirecopy.ninjs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Picture;
import org.wirecopy.article.RelatedStory;

/**
 * Identities for what has none of its own. They are made from the content alone, so that the same
 * headline or picture has the same identity in every story and version.
 */
final class Urns {
  private static final int BYTES = 10;

  private Urns() {}

  /** Identity of a related story: its own, or made from its headline and day. */
  static String of(RelatedStory related) {
    if (related.uri() != null && !Text.isBlank(related.uri())) {
      return Addresses.identity(related.uri());
    }
    String day = related.date() == null ? "" : related.date().toLocalDate().toString();
    return "urn:wirecopy:headline:" + digest(Text.line(related.headline()) + '\n' + day);
  }

  /** Identity of a picture: made from its bytes, else its address, else its caption. */
  static String of(Picture picture) {
    Picture.Media media = picture.media();
    String content =
        media != null
            ? media.digest()
            : firstOf(picture.href(), picture.caption(), picture.alt(), picture.credit());
    return "urn:wirecopy:picture:" + digest(content);
  }

  private static String firstOf(@Nullable String... texts) {
    for (String text : texts) {
      if (text != null) {
        return Text.clean(text);
      }
    }
    return "";
  }

  private static String digest(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
