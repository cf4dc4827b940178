package org.wirecopy.desk.access;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Errors of the server itself, in the same words and under the same headers as all others. */
public final class ServerErrors extends ErrorHandler {
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String message,
      @Nullable Throwable cause,
      Callback callback) {
    Problem problem = Problem.ofStatus(status);
    boolean page =
        Problem.wantsPage(
            request.getHeaders().get(HttpHeader.ACCEPT), request.getHttpURI().getPath());
    SecurityHeaders.ALWAYS.forEach((name, value) -> response.getHeaders().put(name, value));
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_TYPE, page ? Problem.HTML_TYPE : Problem.JSON_TYPE);
    Content.Sink.write(response, true, page ? problem.page() : problem.json(), callback);
  }
}
