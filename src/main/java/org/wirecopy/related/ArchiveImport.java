package org.wirecopy.related;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.wirecopy.article.ArchiveStory;

/**
 * Brings JSON lines ({@code .jsonl}, {@code .jsonl.gz}) into the archive, a batch at a time. A line
 * that cannot be read is told of and skipped. Can be repeated: a story has its uri from its id.
 */
public final class ArchiveImport {
  private static final int BATCH = 250;
  private static final int LONGEST_LINE = 8_000_000;

  /** Told how the import goes. */
  public interface Progress {
    /**
     * @param stories put so far
     * @param perSecond stories put a second since the start
     */
    void stories(long stories, double perSecond);

    /**
     * A line was skipped.
     *
     * @param line its number, from 1
     * @param fault what is wrong with it
     */
    void skipped(long line, String fault);
  }

  /**
   * What came of an import.
   *
   * @param stories put into the archive
   * @param skipped lines that could not be read
   */
  public record Result(long stories, long skipped) {}

  private final Consumer<List<ArchiveStory>> taker;
  private final RelatedJson json;
  private final InstantSource clock;

  /**
   * @param taker takes the stories, a batch at a time
   * @param clock tells the rate
   */
  public ArchiveImport(Consumer<List<ArchiveStory>> taker, RelatedJson json, InstantSource clock) {
    this.taker = taker;
    this.json = json;
    this.clock = clock;
  }

  /** True if the file's name is that of JSON lines. */
  public static boolean readable(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".jsonl") || name.endsWith(".jsonl.gz");
  }

  /**
   * Imports one file.
   *
   * @throws IOException if the file cannot be read; what was read before stays
   */
  public Result read(Path file, Progress progress) throws IOException {
    long start = clock.millis();
    long stories = 0;
    long skipped = 0;
    long number = 0;
    List<ArchiveStory> batch = new ArrayList<>(BATCH);
    try (LineReader lines = new LineReader(open(file), LONGEST_LINE)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        try {
          batch.add(json.story(number == 1 ? withoutMark(line) : line));
        } catch (UnreadableJson e) {
          skipped++;
          progress.skipped(number, String.valueOf(e.getMessage()));
        }
        if (batch.size() == BATCH) {
          stories += put(batch);
          progress.stories(stories, rate(stories, start));
        }
      }
    } catch (IOException e) {
      put(batch);
      throw e;
    }
    stories += put(batch);
    progress.stories(stories, rate(stories, start));
    return new Result(stories, skipped);
  }

  private int put(List<ArchiveStory> batch) {
    int size = batch.size();
    taker.accept(List.copyOf(batch));
    batch.clear();
    return size;
  }

  private double rate(long stories, long start) {
    long millis = Math.max(1, Duration.ofMillis(clock.millis() - start).toMillis());
    return stories * 1000.0 / millis;
  }

  private static String withoutMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  private static InputStream open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
  }

  /**
   * Writes every story of the archive as JSON lines, as {@link #read} reads them.
   *
   * @return how many
   */
  public static long write(Archive archive, RelatedJson json, Path file) throws IOException {
    long[] count = {0};
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      archive.each(
          story -> {
            try {
              out.write(json.line(story));
              out.newLine();
              count[0]++;
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return count[0];
  }

  /** Lines of bounded length: what is longer is cut, so that no file can fill the memory. */
  private static final class LineReader implements AutoCloseable {
    private final BufferedReader in;
    private final int longest;

    LineReader(InputStream bytes, int longest) {
      in = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), 1 << 16);
      this.longest = longest;
    }

    @org.jspecify.annotations.Nullable
    String next() throws IOException {
      StringBuilder line = new StringBuilder();
      int c = in.read();
      if (c < 0) {
        return null;
      }
      while (c >= 0 && c != '\n') {
        if (line.length() < longest && c != '\r') {
          line.append((char) c);
        }
        c = in.read();
      }
      return line.toString();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
