package org.wirecopy.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Which file reached which partner, fsynced in groups: whatever is waiting goes in one write. */
final class Journal implements Runnable {
  private final FileChannel channel;
  private final Set<String> before;
  private final Consumer<Path> settled;
  private final BlockingQueue<Entry> waiting = new LinkedBlockingQueue<>();

  private record Entry(String line, Path settles, boolean last) {}

  /**
   * Opens a journal.
   *
   * @param settled told of each file all of whose deliveries are on disk
   */
  Journal(Path path, Consumer<Path> settled) throws IOException {
    this.before = Files.exists(path) ? new HashSet<>(Files.readAllLines(path)) : Set.of();
    this.channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    this.settled = settled;
  }

  /** True if a run before this one recorded the delivery. */
  boolean knows(String delivery) {
    return before.contains(delivery);
  }

  /**
   * Records a delivery.
   *
   * @param last true if it was the last one of its file
   */
  void delivered(String delivery, Path file, boolean last) {
    waiting.add(new Entry(delivery, file, last));
  }

  @Override
  public void run() {
    List<Entry> group = new ArrayList<>();
    try {
      while (true) {
        group.add(waiting.take());
        waiting.drainTo(group);
        StringBuilder lines = new StringBuilder();
        for (Entry entry : group) {
          lines.append(entry.line()).append('\n');
        }
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(false);
        for (Entry entry : group) {
          if (entry.last()) {
            settled.accept(entry.settles());
          }
        }
        group.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
