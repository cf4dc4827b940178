package org.wirecopy.delivery.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.wirecopy.delivery.simulator.PartnerSimulator.Behaviour;
import org.wirecopy.delivery.simulator.PartnerSimulator.Connection;
import org.wirecopy.delivery.simulator.PartnerSimulator.Request;

/** The ways in which partners have been seen to fail; none of these answers is a delivery. */
public enum Trouble implements Behaviour {
  /** Takes the request and never answers. */
  HANGS((request, to) -> to.hang()),
  /** Promises a body and never sends it. */
  HANGS_AFTER_HEADERS(
      (request, to) -> {
        to.send("HTTP/1.1 200 OK\nContent-Length: 10\n\n");
        to.hang();
      }),
  /** Sends a byte now and then, so that only a deadline ends it. */
  DRIPS(
      (request, to) -> {
        to.send("HTTP/1.1 200 OK\nContent-Length: 9999\n\n");
        while (to.pause(20)) {
          to.send(".");
        }
      }),
  /** Ends the connection with a TCP reset. */
  RESETS((request, to) -> to.reset()),
  /** Closes in mid-body. */
  SAYS_A_WRONG_LENGTH(
      (request, to) -> {
        to.send("HTTP/1.1 200 OK\nContent-Length: 100\n\nhalf");
        to.close();
      }),
  /** Is no HTTP server. */
  SPEAKS_ANOTHER_PROTOCOL(
      (request, to) -> {
        to.send("220 mail.example ESMTP\n\n");
        to.close();
      }),
  /** Sends elsewhere, as after a move to another host. */
  REDIRECTS(
      (request, to) -> to.send("HTTP/1.1 307 Moved\nLocation: /other\nContent-Length: 0\n\n")),
  /** Fails with a small body that grows to 32 MB if it is decoded. */
  SENDS_A_BOMB(
      (request, to) -> {
        byte[] bomb = bomb();
        to.send("HTTP/1.1 500 Oops\nContent-Encoding: gzip\nContent-Length: " + bomb.length);
        to.send("\n\n");
        to.send(bomb);
      }),
  /** Asks for a rest of a second, again and again. */
  STORMS_WITH_429(
      (request, to) -> to.send("HTTP/1.1 429 Slow\nRetry-After: 1\nContent-Length: 0\n\n")),
  /** Is down for maintenance. */
  FAILS((request, to) -> to.send("HTTP/1.1 503 Down\nContent-Length: 0\n\n"));

  private final Behaviour behaviour;

  Trouble(Behaviour behaviour) {
    this.behaviour = behaviour;
  }

  @Override
  public void answer(Request request, Connection connection)
      throws IOException, InterruptedException {
    behaviour.answer(request, connection);
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(new byte[32 << 20]);
    }
    return bytes.toByteArray();
  }
}
