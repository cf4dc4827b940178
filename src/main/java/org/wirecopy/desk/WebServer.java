package org.wirecopy.desk;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.Servlet;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.EnumSet;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ConditionalHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirecopy.desk.access.Access;
import org.wirecopy.desk.access.OrdersWhenReady;
import org.wirecopy.desk.access.ServerErrors;

/** The one HTTP server: the REST routes of {@code routes/desk.camel.yaml} behind a servlet. */
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private static final int MOST_THREADS = 32;
  private static final int FEWEST_THREADS = 4;
  private static final long IDLE_MILLIS = 30_000;
  private static final long STOP_MILLIS = 2_000;

  /** Most for a form or an order with its note, in bytes: they are read into memory as a whole. */
  private static final long LARGEST_FORM = 64 << 10;

  /** Where articles are handed in, whole or pasted; who asks is looked at before they are read. */
  private static final String[] TAKES_ARTICLES = {
    "/inbox/*", "/for/*", "/api/inbox/*", "/api/related", "/example-partner"
  };

  /** How long an idle connection is kept once the server is told to stop. */
  private static final long IDLE_AT_STOP_MILLIS = 200;

  private final Server server;
  private final ServerConnector connector;
  private final ServletContextHandler context;

  /**
   * Prepares the server; {@link #start} opens the port.
   *
   * @param host address to listen on, loopback unless set otherwise
   * @param port TCP port, 0 for any free one
   * @param access what stands between the network and the routes
   * @param largest the largest request body that is taken where articles are handed in, in bytes;
   *     elsewhere it is 64 KB
   */
  public WebServer(String host, int port, Access access, long largest) {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
    threads.setName("web");
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    // A story's URI is one path segment, with its own slashes percent-encoded.
    http.setUriCompliance(
        UriCompliance.DEFAULT.with(
            "wirecopy",
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
            UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
            UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT));
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setShutdownIdleTimeout(IDLE_AT_STOP_MILLIS);
    server.addConnector(connector);
    server.setStopTimeout(STOP_MILLIS);

    context = new ServletContextHandler("/");
    context.setMaxFormContentSize((int) Math.min(largest, Integer.MAX_VALUE));
    ServletHolder routes = new ServletHolder("CamelServlet", new ApiServlet());
    routes.setInitOrder(1);
    context.addServlet(routes, "/*");
    context.getServletHandler().setDecodeAmbiguousURIs(true);
    access.guard(context);
    server.setErrorHandler(new ServerErrors());
    server.setHandler(bounded(largest, context));
  }

  private static Handler bounded(long largest, Handler inside) {
    SizeLimitHandler forms = new SizeLimitHandler(LARGEST_FORM, -1);
    forms.setHandler(inside);
    ConditionalHandler articles = new ConditionalHandler.SkipNext(forms);
    articles.includePath(TAKES_ARTICLES);
    SizeLimitHandler all = new SizeLimitHandler(largest, -1);
    all.setHandler(articles);
    return all;
  }

  /** Takes no orders while this is false; call before {@link #start}. */
  public void takeOrdersWhile(BooleanSupplier ready) {
    FilterHolder holder = new FilterHolder(new OrdersWhenReady(ready));
    holder.setAsyncSupported(true);
    context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
  }

  /** Serves something of its own below a path, before the routes; call before {@link #start}. */
  public void serve(String path, Servlet servlet) {
    serve(path, servlet, null);
  }

  /** The same, for what also takes files from forms within these bounds. */
  public void serve(String path, Servlet servlet, @Nullable MultipartConfigElement files) {
    ServletHolder holder = new ServletHolder(servlet);
    holder.setAsyncSupported(true);
    if (files != null) {
      holder.getRegistration().setMultipartConfig(files);
    }
    context.addServlet(holder, path);
  }

  /**
   * Opens the port.
   *
   * @throws SocketException if the port is taken, or the address is none of this machine
   */
  public void start() throws Exception {
    try {
      server.start();
    } catch (Exception e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof SocketException bind) {
          throw bind;
        }
      }
      throw e;
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return new InetSocketAddress(connector.getHost(), connector.getLocalPort());
  }

  /** Closes the port, gives open requests two seconds to end, and cuts off those that have not. */
  @Override
  public void close() throws Exception {
    try {
      server.stop();
    } catch (TimeoutException late) {
      // Stopped all the same: this only tells that there were some to cut off.
      LOG.info("Requests still open after {} ms were cut off", STOP_MILLIS);
    }
  }
}
