package org.wirecopy.desk.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record of every order: one line of JSON each, appended and flushed to disk. It is opened anew
 * for each line, so that it can be moved away at any time.
 */
public final class AuditLog {
  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LONGEST_FIELD = 500;
  private static final int BLOCK = 64 * 1024;

  /**
   * One order.
   *
   * @param at when it came in
   * @param who the user's name, {@code local} where nobody has to log in
   * @param role theirs, or null
   * @param from the address it came from
   * @param method HTTP method
   * @param what path and query
   * @param status HTTP status of the answer: below 400 it was done
   * @param tookMillis until it was answered, in milliseconds
   */
  public record Entry(
      Instant at,
      String who,
      @Nullable String role,
      String from,
      String method,
      String what,
      int status,
      long tookMillis) {}

  /**
   * Some entries, newest first.
   *
   * @param entries as they stand in the file
   * @param next what to ask for as {@code before} to read on, or null at the end
   */
  public record Page(List<JsonNode> entries, @Nullable Long next) {
    public Page {
      entries = List.copyOf(entries);
    }
  }

  private final Path file;

  /**
   * @param file created at the first entry
   */
  public AuditLog(Path file) {
    this.file = file;
  }

  /** Appends an entry. Where the disk is full it goes to the log: an order is an order. */
  void append(Entry entry) {
    ObjectNode line = MAPPER.createObjectNode();
    line.put("at", entry.at().toString());
    line.put("who", bounded(entry.who()));
    line.put("role", entry.role());
    line.put("from", bounded(entry.from()));
    line.put("method", bounded(entry.method()));
    line.put("what", bounded(entry.what()));
    line.put("status", entry.status());
    line.put("tookMillis", entry.tookMillis());
    try {
      write(MAPPER.writeValueAsBytes(line));
    } catch (IOException e) {
      LOG.error("The audit log {} cannot be written ({}): {}", file, e.getMessage(), line);
    }
  }

  private synchronized void write(byte[] line) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(line.length + 2);
    if (endsTorn()) {
      bytes.put((byte) '\n');
    }
    bytes.put(line).put((byte) '\n').flip();
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    }
  }

  /** A line that a crash cut off is ended, so that the next one stands alone. */
  private boolean endsTorn() throws IOException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      return false;
    }
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(in.length() - 1);
      return in.read() != '\n';
    }
  }

  /**
   * Reads entries, newest first.
   *
   * @param before where the last page ended, or null for the newest
   * @param limit at most so many
   */
  public Page read(@Nullable Long before, int limit) throws IOException {
    if (!Files.exists(file)) {
      return new Page(List.of(), null);
    }
    List<JsonNode> entries = new ArrayList<>();
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long end = before == null ? in.length() : Math.max(0, Math.min(before, in.length()));
      while (end > 0 && entries.size() < limit) {
        long start = lineStart(in, end);
        JsonNode entry = entry(in, start, end);
        if (entry != null) {
          entries.add(entry);
        }
        end = start;
      }
      return new Page(entries, end > 0 ? end : null);
    }
  }

  /** Where the line begins that ends before {@code end}, its line feed included. */
  private static long lineStart(RandomAccessFile in, long end) throws IOException {
    // No line is longer than a block; what is longer was not written here and is taken in pieces.
    long from = Math.max(0, end - BLOCK);
    byte[] block = new byte[(int) (end - from)];
    in.seek(from);
    in.readFully(block);
    for (int i = block.length - 2; i >= 0; i--) {
      if (block[i] == '\n') {
        return from + i + 1;
      }
    }
    return from;
  }

  private static @Nullable JsonNode entry(RandomAccessFile in, long start, long end)
      throws IOException {
    byte[] line = new byte[(int) (end - start)];
    in.seek(start);
    in.readFully(line);
    try {
      JsonNode entry = MAPPER.readTree(new String(line, StandardCharsets.UTF_8));
      return entry.isObject() ? entry : null;
    } catch (IOException e) {
      // Torn by a crash.
      return null;
    }
  }

  private static String bounded(String text) {
    return text.length() <= LONGEST_FIELD ? text : text.substring(0, LONGEST_FIELD) + "…";
  }
}
