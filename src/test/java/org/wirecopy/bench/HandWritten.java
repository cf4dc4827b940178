package org.wirecopy.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * Baseline: a loop as a good programmer writes it by hand for just this job. Threads take files
 * from a watched folder, parse, make JSON and POST it to each partner with HttpClient 5; what was
 * delivered is journalled with grouped fsyncs, and only then is the file removed.
 *
 * <p>Arguments: the inbox, the journal, the number of threads, then one endpoint for each partner.
 */
public final class HandWritten {
  private final Path inbox;
  private final List<String> endpoints;
  private final Journal journal;
  private final CloseableHttpClient client;
  private final BlockingQueue<Path> files = new ArrayBlockingQueue<>(1_000);
  private final Set<Path> taken = ConcurrentHashMap.newKeySet();

  private HandWritten(Path inbox, Path journal, int threads, List<String> endpoints)
      throws IOException {
    this.inbox = inbox;
    this.endpoints = endpoints;
    this.journal = new Journal(journal, this::remove);
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(threads)
                    .setMaxConnTotal(threads * endpoints.size())
                    .build())
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .disableRedirectHandling()
            .build();
  }

  public static void main(String[] args) throws Exception {
    int threads = Integer.parseInt(args[2]);
    List<String> endpoints = Arrays.asList(args).subList(3, args.length);
    HandWritten loop = new HandWritten(Path.of(args[0]), Path.of(args[1]), threads, endpoints);
    new Thread(loop.journal, "journal").start();
    for (int i = 0; i < threads; i++) {
      new Thread(loop::work, "worker-" + i).start();
    }
    loop.watch();
  }

  private void watch() throws IOException, InterruptedException {
    try (WatchService watcher = inbox.getFileSystem().newWatchService()) {
      look(inbox, watcher);
      while (true) {
        WatchKey key = watcher.take();
        Path folder = (Path) key.watchable();
        for (WatchEvent<?> event : key.pollEvents()) {
          if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
            look(folder, watcher);
          } else if (event.context() instanceof Path name) {
            found(folder.resolve(name));
          }
        }
        key.reset();
      }
    }
  }

  /** Watches a folder and all below it, and takes what is there already. */
  private void look(Path from, WatchService watcher) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            folder.register(watcher, StandardWatchEventKinds.ENTRY_CREATE);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            // Gone since it was listed.
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void found(Path file) {
    if (!file.getFileName().toString().startsWith(".") && taken.add(file)) {
      try {
        files.put(file);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void work() {
    try {
      while (true) {
        Path file = files.take();
        try {
          deliver(file);
        } catch (NoSuchFileException e) {
          // Listed and announced: the other of the two has been dealt with.
          taken.remove(file);
        } catch (IOException e) {
          System.err.println(e);
          files.put(file);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(Path file) throws IOException {
    PlainStory story = PlainStory.read(file.getFileName().toString(), Files.readAllBytes(file));
    byte[] json = story.json();
    for (int partner = 0; partner < endpoints.size(); partner++) {
      String delivery = story.uri() + ":" + partner;
      if (!journal.knows(delivery)) {
        post(endpoints.get(partner), story.uri(), delivery, json);
      }
      journal.delivered(delivery, file, partner == endpoints.size() - 1);
    }
  }

  private void post(String endpoint, String uri, String delivery, byte[] json) throws IOException {
    HttpPost post = new HttpPost(endpoint);
    post.setHeader("webhook-id", delivery);
    post.setHeader("wirecopy-uri", uri);
    post.setHeader("wirecopy-version", "1");
    post.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
    client.execute(
        post,
        response -> {
          EntityUtils.consume(response.getEntity());
          if (response.getCode() / 100 != 2) {
            throw new IOException(endpoint + " answered " + response.getCode());
          }
          return response.getCode();
        });
  }

  private void remove(Path file) {
    try {
      Files.deleteIfExists(file);
      taken.remove(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
