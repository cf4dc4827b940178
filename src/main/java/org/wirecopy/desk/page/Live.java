package org.wirecopy.desk.page;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server-sent events: tells open pages that the ledger changed, at most twice a second however many
 * commits there are, and less often while they never end, see {@link Rhythm}. A page that is slow
 * to read misses events, never holds up others. A page that connects is told at once: what changed
 * between its making and its connecting, or while it was cut off, would else be missed.
 */
final class Live extends HttpServlet implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Live.class);
  private static final long serialVersionUID = 1L;
  private static final int MOST_PAGES = 200;
  private static final long BEAT_MILLIS = 500;
  private static final int BEATS_TO_SIGN_OF_LIFE = 30;
  private static final byte[] CHANGED =
      "event: ledger\ndata: changed\n\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ALIVE = ": alive\n\n".getBytes(StandardCharsets.US_ASCII);

  private final transient List<Page> pages = new CopyOnWriteArrayList<>();
  private final transient ScheduledExecutorService beats =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "page-events");
            thread.setDaemon(true);
            return thread;
          });
  private final transient Rhythm rhythm = new Rhythm();
  private volatile boolean changed;
  private int beat;

  Live() {
    beats.scheduleWithFixedDelay(
        this::beatQuietly, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Takes note of a change; costs the caller next to nothing. */
  void changed() {
    changed = true;
  }

  /** A scheduled task that throws is never run again, and no page would hear of anything. */
  private void beatQuietly() {
    try {
      beat();
    } catch (RuntimeException | Error e) {
      LOG.warn("Open pages could not be told of a change; they are at the next", e);
    }
  }

  private void beat() {
    beat++;
    boolean since = changed;
    if (since) {
      // Not otherwise: a change that comes just now would be forgotten.
      changed = false;
    }
    if (rhythm.beat(since)) {
      pages.forEach(page -> page.send(CHANGED));
    } else if (beat % BEATS_TO_SIGN_OF_LIFE == 0) {
      pages.forEach(page -> page.send(ALIVE));
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (pages.size() >= MOST_PAGES) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    // nginx gathers answers before it passes them on, unless it is told not to.
    response.setHeader("X-Accel-Buffering", "no");
    AsyncContext context = request.startAsync();
    context.setTimeout(0);
    Page page = new Page(context, response.getOutputStream());
    pages.add(page);
    response.getOutputStream().setWriteListener(page);
  }

  @Override
  public void close() {
    beats.shutdownNow();
    pages.forEach(Page::end);
  }

  /** One open page. */
  private final class Page implements WriteListener {
    private final AsyncContext context;
    private final ServletOutputStream out;
    private byte[] next = CHANGED;
    private boolean waiting = true;
    private boolean unflushed;
    private boolean open;

    Page(AsyncContext context, ServletOutputStream out) {
      this.context = context;
      this.out = out;
    }

    synchronized void send(byte[] event) {
      next = event;
      waiting = true;
      if (open) {
        push();
      }
    }

    @Override
    public synchronized void onWritePossible() {
      open = true;
      push();
    }

    private void push() {
      try {
        while ((waiting || unflushed) && out.isReady()) {
          if (waiting) {
            waiting = false;
            unflushed = true;
            out.write(next);
          } else {
            unflushed = false;
            out.flush();
          }
        }
      } catch (IOException | IllegalStateException gone) {
        end();
      }
    }

    @Override
    public void onError(Throwable gone) {
      end();
    }

    void end() {
      if (pages.remove(this)) {
        context.complete();
      }
    }
  }
}
