package org.wirecopy.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever an article names as its picture, nothing outside its folder is asked for. */
class AnyPictureNameTest {
  @Property(seed = "2026", tries = 3_000)
  void aPathStaysInTheFolderAndIsFoundAgain(@ForAll("references") String reference) {
    String path = LocalPictures.path(reference);
    if (path != null) {
      assertStays(path);
      String marked = LocalPictures.marked(path);
      assertThat(marked).startsWith("https://beside.invalid/");
      if (!hasLoneSurrogate(path)) {
        assertThat(LocalPictures.unmarked(marked)).isEqualTo(path);
      }
    }
  }

  @Property(seed = "2026", tries = 500)
  void readersAskForNothingElse(@ForAll("references") String reference) {
    Beside beside =
        new Beside() {
          @Override
          public boolean has(String name) {
            assertStays(name);
            return true;
          }

          @Override
          public byte @Nullable [] bytes(String name) {
            assertStays(name);
            return new byte[] {'G', 'I', 'F', '8', '9', 'a', 0, 1, 0, 1, 0, 0};
          }
        };
    String prose = "The port stayed shut for a second day, and ferries at their berths. ".repeat(8);
    for (String text :
        List.of(
            "# Storm\n\n" + prose + "\n\n![x](<" + reference + ">)\n\n![](" + reference + ")\n",
            "<html><body><h1>Storm</h1><p>"
                + prose
                + "</p><img src='"
                + reference.replace("'", "&#39;")
                + "'></body></html>")) {
      Source source =
          new Source(
              text.startsWith("#") ? "a.md" : "a.html",
              text.getBytes(StandardCharsets.UTF_8),
              Instant.EPOCH,
              ZoneOffset.UTC,
              null,
              beside);
      assertThat(Readers.standard().read(source)).isNotNull();
    }
  }

  private static void assertStays(String path) {
    assertThat(path).doesNotStartWith("/").doesNotContain("\0", "\\");
    for (String segment : path.split("/", -1)) {
      assertThat(segment).isNotEmpty().doesNotStartWith(".");
    }
  }

  private static boolean hasLoneSurrogate(String text) {
    return !StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  @Provide
  Arbitrary<String> references() {
    Arbitrary<String> pieces =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(
                6,
                Arbitraries.of(
                    "pier",
                    "/",
                    "..",
                    ".",
                    "\\",
                    "%2e",
                    "%2f",
                    "%00",
                    "%",
                    "?",
                    "#",
                    ":",
                    " ",
                    "./",
                    "//",
                    "data:",
                    "https:",
                    "file:",
                    "ü",
                    "%C3%BC",
                    "%FF",
                    "\u202E",
                    "\n",
                    "[",
                    "]",
                    "<",
                    "\"",
                    "Storm_files/",
                    ".done/",
                    "~",
                    "C:",
                    "\uD83D")),
            net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(5)));
    return pieces
        .list()
        .ofMaxSize(6)
        .map(list -> String.join("", list))
        .flatMap(
            start -> Arbitraries.of(".jpg", ".PNG", ".svg", ".txt", "").map(end -> start + end));
  }
}
