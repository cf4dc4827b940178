package org.wirecopy.intake.formats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Picture;
import org.wirecopy.intake.Beside;
import org.wirecopy.intake.Charsets;
import org.wirecopy.intake.CleanText;
import org.wirecopy.intake.Decoding;
import org.wirecopy.intake.Illustrated;
import org.wirecopy.intake.PictureBytes;
import org.wirecopy.intake.Reader;
import org.wirecopy.intake.Readers;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/**
 * Reads zip archives with one article, in any other format, and its pictures. A text of a picture's
 * name with {@code .txt} behind it ({@code pier.jpg.txt}) is its caption. Archives within archives
 * are not opened.
 */
public final class BundleReader implements Reader {
  private static final int LONGEST_CAPTION = 5_000;

  private final Readers readers;

  /** With the readers of the article within. */
  public BundleReader(Readers readers) {
    this.readers = readers;
  }

  @Override
  public String format() {
    return "zip archive";
  }

  @Override
  public boolean recognises(Source source) {
    return SafeZip.isZip(source.bytes());
  }

  @Override
  public Reading read(Source source) {
    try {
      return read(SafeZip.open(source.bytes()), source);
    } catch (Unreadable e) {
      return e.reading();
    }
  }

  private Reading read(SafeZip zip, Source source) throws Unreadable {
    Map<String, byte[]> files = new LinkedHashMap<>();
    PictureBytes pictures = new PictureBytes();
    List<Picture> kept = new ArrayList<>();
    Map<String, byte[]> shown = new LinkedHashMap<>();
    for (String name : zip.names()) {
      if (isLitter(name)) {
        continue;
      }
      byte[] bytes = zip.bytes(name, SafeZip.LARGEST);
      if (bytes == null || bytes.length == 0 || isCaption(name, zip)) {
        continue;
      }
      if (PictureBytes.contentType(bytes) != null) {
        pictures.keep(name, bytes, caption(name, zip), null).ifPresent(kept::add);
        shown.put(name, bytes);
      } else {
        checkArchive(name, bytes);
        files.put(name, bytes);
      }
      if (files.size() > 1) {
        return Reading.rejected(
            "MULTIPLE_ARTICLES",
            "The archive holds more than one article: "
                + String.join(", ", files.keySet().stream().map(WireText::shortened).toList()),
            "Pack each article with its pictures into an archive of its own.");
      }
    }
    if (files.isEmpty()) {
      return Reading.rejected(
          "NO_ARTICLE",
          "The archive holds no article.",
          "Put the article's text beside its pictures and pack them again.");
    }
    Map.Entry<String, byte[]> file = files.entrySet().iterator().next();
    Reading article = article(file.getKey(), file.getValue(), source, shown);
    return withPictures(article, kept, pictures);
  }

  private Reading article(String name, byte[] bytes, Source source, Map<String, byte[]> pictures) {
    int within = name.lastIndexOf('/') + 1;
    String folder = source.path().substring(0, source.path().lastIndexOf('/') + 1);
    String path = folder + name.substring(within);
    return readers.read(
        new Source(
            path,
            bytes,
            source.modified(),
            source.zone(),
            source.language(),
            new Packed(name.substring(0, within), pictures)));
  }

  private static Reading withPictures(Reading reading, List<Picture> kept, PictureBytes bytes) {
    return reading instanceof Reading.Articles articles
        ? Illustrated.with(articles, kept, bytes)
        : reading;
  }

  private static void checkArchive(String name, byte[] bytes) throws Unreadable {
    boolean archive = SafeZip.isZip(bytes);
    if (archive) {
      SafeZip inner = SafeZip.open(bytes);
      archive = !inner.has("[Content_Types].xml") && !inner.has("content.xml");
    }
    if (archive) {
      throw new Unreadable(
          "ZIP_NESTED",
          "The archive holds another archive, which is not opened: " + WireText.shortened(name),
          null,
          "Pack the article and its pictures into one archive.");
    }
  }

  /** What file systems leave behind. */
  private static boolean isLitter(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return name.startsWith("__MACOSX/")
        || file.startsWith(".")
        || file.equals("thumbs.db")
        || file.equals("desktop.ini");
  }

  private static boolean isCaption(String name, SafeZip zip) {
    return name.toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png|gif|webp)\\.txt")
        && zip.has(name.substring(0, name.length() - 4));
  }

  private static @Nullable String caption(String name, SafeZip zip) throws Unreadable {
    byte[] text = zip.has(name + ".txt") ? zip.bytes(name + ".txt", SafeZip.LARGEST) : null;
    if (text == null || text.length > LONGEST_CAPTION) {
      return null;
    }
    return Charsets.decode(text) instanceof Decoding.Text decoded
        ? WireText.line(CleanText.text(decoded.text()))
        : null;
  }

  /** The pictures of the archive, seen from the article's folder within it. */
  private record Packed(String folder, Map<String, byte[]> pictures) implements Beside {
    @Override
    public boolean has(String name) {
      return pictures.containsKey(folder + name);
    }

    @Override
    public byte @Nullable [] bytes(String name) {
      return pictures.get(folder + name);
    }
  }
}
