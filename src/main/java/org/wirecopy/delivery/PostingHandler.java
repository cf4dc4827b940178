package org.wirecopy.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.impl.BasicEntityDetails;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOSession;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Posting} on one connection. Reads the answer as far as its limit; a longer body ends the
 * connection, not the delivery, for the status is known.
 */
final class PostingHandler implements AsyncClientExchangeHandler {
  private static final int MOST_INTERIM_ANSWERS = 16;
  private static final byte[] NOTHING = {};

  private final Posting posting;
  private final Connections connections;
  private final IOSession session;
  private final boolean reused;
  private final ByteBuffer unsent;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream(0);
  private int interimAnswers;
  private @Nullable HttpResponse response;

  /**
   * @param reused true if an earlier exchange used the connection, so that the partner may have
   *     closed it meanwhile
   */
  PostingHandler(Posting posting, Connections connections, IOSession session, boolean reused) {
    this.posting = posting;
    this.connections = connections;
    this.session = session;
    this.reused = reused;
    this.unsent = ByteBuffer.wrap(posting.body());
  }

  @Override
  public void produceRequest(RequestChannel channel, HttpContext context)
      throws HttpException, IOException {
    BasicHttpRequest request = new BasicHttpRequest("POST", posting.line().target().path());
    posting.headers().forEach(request::addHeader);
    channel.sendRequest(request, new BasicEntityDetails(unsent.remaining(), null), context);
  }

  @Override
  public int available() {
    return unsent.remaining();
  }

  @Override
  public void produce(DataStreamChannel channel) throws IOException {
    if (unsent.hasRemaining()) {
      channel.write(unsent);
    }
    if (!unsent.hasRemaining()) {
      channel.endStream();
    }
  }

  @Override
  public void consumeInformation(HttpResponse interim, HttpContext context) throws HttpException {
    if (++interimAnswers > MOST_INTERIM_ANSWERS) {
      throw new ProtocolException("more interim answers than anyone needs");
    }
  }

  @Override
  public void consumeResponse(
      HttpResponse answer, @Nullable EntityDetails entity, HttpContext context) {
    response = answer;
    if (entity == null) {
      complete();
    }
  }

  @Override
  public void updateCapacity(CapacityChannel channel) throws IOException {
    channel.update(posting.mostBytes());
  }

  @Override
  public void consume(ByteBuffer source) {
    int room = posting.mostBytes() - read.size();
    int taken = Math.min(room, source.remaining());
    byte[] bytes = new byte[taken];
    source.get(bytes);
    read.write(bytes, 0, taken);
    if (source.hasRemaining()) {
      source.position(source.limit());
      posting.complete(received());
      session.close(CloseMode.IMMEDIATE);
    }
  }

  @Override
  public void streamEnd(@Nullable List<? extends Header> trailers) {
    complete();
  }

  private void complete() {
    if (response != null && response.getCode() >= HttpStatus.SC_OK && !posting.done()) {
      if (!unsent.hasRemaining() && session.isOpen()) {
        connections.keep(posting.line(), session, response);
      } else {
        session.close(CloseMode.GRACEFUL);
      }
      posting.complete(received());
    }
  }

  private Received received() {
    HttpResponse answer = response;
    if (answer == null) {
      throw new IllegalStateException("there is no answer yet");
    }
    return new Received(
        answer.getCode(),
        value(answer, "retry-after"),
        value(answer, "content-encoding"),
        read.size() == 0 ? NOTHING : read.toByteArray());
  }

  private static @Nullable String value(HttpResponse answer, String name) {
    Header header = answer.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  @Override
  public void failed(Exception cause) {
    boolean foundDead = reused && response == null && cause instanceof IOException;
    if (foundDead && posting.mayRepeat()) {
      connections.sendFresh(posting);
    } else {
      posting.fail(cause);
    }
  }

  @Override
  public void cancel() {
    failed(new ConnectionClosedException());
  }

  @Override
  public void releaseResources() {}
}
