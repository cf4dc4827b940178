package org.wirecopy.media;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Status;

/**
 * Gives out pictures to whoever has a signed address of {@link MediaAddresses}. An address that is
 * not ours leads nowhere (404), whatever there is; one that is ours is gone (410) when it has ended
 * or its story was killed or withheld.
 */
public final class PictureServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** At once, so that slow readers leave threads for the page. */
  private static final int MOST_AT_ONCE = 16;

  /** For how long a reader may show a picture without asking again, in seconds. */
  private static final long CACHED = 300;

  private final transient MediaStore store;
  private final transient MediaKey key;
  private final transient Function<String, @Nullable Status> status;
  private final transient InstantSource clock;
  private final transient Semaphore free = new Semaphore(MOST_AT_ONCE);

  /**
   * @param status how a story stands, by its uri; null if there is none
   */
  public PictureServlet(
      MediaStore store,
      MediaKey key,
      Function<String, @Nullable Status> status,
      InstantSource clock) {
    this.store = store;
    this.key = key;
    this.status = status;
    this.clock = clock;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo();
    String story = request.getParameter("story");
    long expires = seconds(request.getParameter("expires"));
    String signature = request.getParameter("signature");
    MediaType.File file = path == null ? null : MediaType.File.of(path.substring(1));
    boolean ours =
        file != null
            && story != null
            && signature != null
            && key.signed(file.toString(), story, expires, signature);
    if (file == null || story == null || !ours) {
      response.setStatus(404);
      return;
    }
    long left = expires - clock.instant().getEpochSecond();
    if (left <= 0 || status.apply(story) != Status.USABLE) {
      response.setStatus(410);
      return;
    }
    Path kept = store.find(file.digest());
    if (kept == null) {
      response.setStatus(404);
    } else if (free.tryAcquire()) {
      try {
        answer(request, response, file, kept, left);
      } finally {
        free.release();
      }
    } else {
      response.setHeader("Retry-After", "1");
      response.setStatus(503);
    }
  }

  private static void answer(
      HttpServletRequest request,
      HttpServletResponse response,
      MediaType.File file,
      Path kept,
      long left)
      throws IOException {
    String tag = "\"" + file.digest() + "\"";
    response.setHeader("ETag", tag);
    response.setHeader("Cache-Control", "private, max-age=" + Math.min(left, CACHED));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    String known = request.getHeader("If-None-Match");
    if (known != null && (known.contains(tag) || known.strip().equals("*"))) {
      response.setStatus(304);
      return;
    }
    response.setContentType(file.type().contentType());
    response.setContentLengthLong(Files.size(kept));
    if (!request.getMethod().equals("HEAD")) {
      Files.copy(kept, response.getOutputStream());
    }
  }

  /** Seconds since 1970; -1 if it is no such number, which nothing is signed for. */
  private static long seconds(@Nullable String text) {
    if (text == null || !text.matches("[0-9]{1,12}")) {
      return -1;
    }
    return Long.parseLong(text);
  }
}
