package org.wirecopy.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However a sound document is damaged: articles or a rejection, and nothing unsafe in them. The
 * build tries the same damages each time; more of them with {@code -Djqwik.tries.default=1000000},
 * other files with {@link Fuzzing}.
 */
class AnyDocumentTest {
  private static final String SEED = "2026";

  /** One place of a document that is damaged. */
  record Damage(Kind kind, double from, double length, byte with) {
    enum Kind {
      FLIP,
      CUT,
      REMOVE,
      DOUBLE,
      FILL
    }

    byte[] on(byte[] bytes) {
      if (bytes.length == 0) {
        return bytes;
      }
      int start = (int) (from * (bytes.length - 1));
      int end = Math.min(bytes.length, start + 1 + (int) (length * 60));
      byte[] changed = bytes.clone();
      switch (kind) {
        case FLIP -> changed[start] = with;
        case CUT -> changed = Arrays.copyOf(bytes, start);
        case REMOVE -> changed = joined(bytes, start, end, 0);
        case DOUBLE -> changed = joined(bytes, start, end, 1 + (with & 0x3F));
        case FILL -> Arrays.fill(changed, start, end, with);
      }
      return changed;
    }

    private static byte[] joined(byte[] bytes, int start, int end, int times) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(bytes, 0, start);
      for (int i = 0; i < times; i++) {
        out.write(bytes, start, end - start);
      }
      out.write(bytes, end, bytes.length - end);
      return out.toByteArray();
    }
  }

  @ParameterizedTest
  @EnumSource
  void isReadWhileItIsSound(Documents document) {
    assertThat(Drops.article(document.file(), document.bytes()).headline()).startsWith("Ferries");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\n", "\u000b", "\t\n", "<!-- -->", "<?xml ?>"})
  void endlessBlanksAndCommentsAreAnswered(String start) {
    AnyFixtureTest.answered(Drops.read("a", start.repeat(20_000)));
  }

  @Property(edgeCases = EdgeCasesMode.NONE, seed = SEED)
  void damagedFilesAreAnswered(
      @ForAll Documents document, @ForAll("damages") List<Damage> damages) {
    AnyFixtureTest.answered(Drops.read(document.file(), damaged(document.bytes(), damages)));
  }

  @Property(edgeCases = EdgeCasesMode.NONE, seed = SEED)
  void damagedPartsOfPackedFilesAreAnswered(
      @ForAll Documents document, @ForAll byte part, @ForAll("damages") List<Damage> damages) {
    byte[] bytes = document.repacked(part & 0x7F, inner -> damaged(inner, damages));

    AnyFixtureTest.answered(Drops.read(document.file(), bytes));
  }

  private static byte[] damaged(byte[] bytes, List<Damage> damages) {
    byte[] changed = bytes;
    for (Damage damage : damages) {
      changed = damage.on(changed);
    }
    return changed;
  }

  @Provide
  Arbitrary<List<Damage>> damages() {
    return Combinators.combine(
            Arbitraries.of(Damage.Kind.class),
            Arbitraries.doubles().between(0, 1),
            Arbitraries.doubles().between(0, 1),
            Arbitraries.oneOf(
                Arbitraries.bytes(),
                Arbitraries.of((byte) '<', (byte) '{', (byte) '\\', (byte) '"', (byte) 0)))
        .as(Damage::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }
}
