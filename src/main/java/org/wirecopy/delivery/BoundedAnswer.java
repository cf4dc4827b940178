package org.wirecopy.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer up to 64 KiB and keeps a short excerpt. A longer answer ends the connection but
 * still counts by its status: what the partner said first is the answer. Bodies are never decoded,
 * so none can grow.
 */
final class BoundedAnswer implements AsyncResponseConsumer<BoundedAnswer.Received> {
  private static final int MOST_BYTES = 64 << 10;
  private static final int EXCERPT_BYTES = 512;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream(64);
  private @Nullable HttpResponse head;
  private @Nullable FutureCallback<Received> result;
  private boolean legible = true;
  private int total;
  private volatile @Nullable Received cut;

  /** The parts of an answer that matter here. */
  record Received(int status, @Nullable String retryAfter, @Nullable String excerpt) {}

  /** What a too long answer said up to where it was cut off, or null if it was not. */
  @Nullable Received cut() {
    return cut;
  }

  @Override
  public void consumeResponse(
      HttpResponse response,
      @Nullable EntityDetails entity,
      HttpContext context,
      FutureCallback<Received> callback) {
    head = response;
    result = callback;
    if (entity == null) {
      callback.completed(received(response));
    } else {
      String coding = entity.getContentEncoding();
      legible = coding == null || coding.equalsIgnoreCase("identity");
    }
  }

  @Override
  public void updateCapacity(CapacityChannel channel) throws IOException {
    channel.update(MOST_BYTES);
  }

  @Override
  public void consume(ByteBuffer source) throws IOException {
    total += source.remaining();
    while (source.hasRemaining()) {
      byte next = source.get();
      if (kept.size() < EXCERPT_BYTES) {
        kept.write(next);
      }
    }
    if (total > MOST_BYTES && head != null) {
      cut = received(head);
      throw new IOException("the answer is longer than " + MOST_BYTES + " bytes");
    }
  }

  @Override
  public void streamEnd(@Nullable List<? extends Header> trailers) {
    if (result != null && head != null) {
      result.completed(received(head));
    }
  }

  private Received received(HttpResponse response) {
    Header retryAfter = response.getFirstHeader("retry-after");
    String excerpt = kept.toString(StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}+", " ").strip();
    return new Received(
        response.getCode(),
        retryAfter == null ? null : retryAfter.getValue(),
        legible && !excerpt.isEmpty() ? excerpt : null);
  }

  @Override
  public void informationResponse(HttpResponse response, HttpContext context) {}

  @Override
  public void failed(Exception cause) {}

  @Override
  public void releaseResources() {
    kept.reset();
  }
}
