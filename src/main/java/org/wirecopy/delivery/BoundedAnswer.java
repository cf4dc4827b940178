package org.wirecopy.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.entity.AbstractBinAsyncEntityConsumer;
import org.apache.hc.core5.http.nio.support.AbstractAsyncResponseConsumer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Reads an answer up to 64 KiB and keeps a short excerpt; a longer answer ends the exchange. */
final class BoundedAnswer extends AbstractAsyncResponseConsumer<BoundedAnswer.Received, String> {
  private static final int MOST_BYTES = 64 << 10;
  private static final int EXCERPT_BYTES = 512;

  /** The parts of an answer that matter here. */
  record Received(int status, @Nullable String retryAfter, @Nullable String excerpt) {}

  BoundedAnswer() {
    super(BoundedEntity::new);
  }

  @Override
  protected Received buildResult(
      HttpResponse response, @Nullable String excerpt, @Nullable ContentType contentType) {
    Header retryAfter = response.getFirstHeader("retry-after");
    return new Received(
        response.getCode(),
        retryAfter == null ? null : retryAfter.getValue(),
        excerpt == null || excerpt.isEmpty() ? null : excerpt);
  }

  @Override
  public void informationResponse(HttpResponse response, HttpContext context) {}

  private static final class BoundedEntity extends AbstractBinAsyncEntityConsumer<String> {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(64);
    private int total;

    @Override
    protected void streamStart(@Nullable ContentType contentType) {}

    @Override
    protected int capacityIncrement() {
      return MOST_BYTES;
    }

    @Override
    protected void data(ByteBuffer source, boolean endOfStream) throws IOException {
      total += source.remaining();
      if (total > MOST_BYTES) {
        throw new IOException("the answer is longer than " + MOST_BYTES + " bytes");
      }
      while (source.hasRemaining()) {
        byte next = source.get();
        if (kept.size() < EXCERPT_BYTES) {
          kept.write(next);
        }
      }
    }

    @Override
    protected String generateContent() {
      return kept.toString(StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}+", " ").strip();
    }

    @Override
    public void releaseResources() {
      kept.reset();
    }
  }
}
