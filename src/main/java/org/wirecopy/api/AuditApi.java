package org.wirecopy.api;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.wirecopy.desk.access.AuditLog;

/** The API's answers about orders that people gave. */
public final class AuditApi {
  private static final int PAGE = 50;
  private static final int LARGEST_PAGE = 500;

  private final AuditLog log;

  public AuditApi(AuditLog log) {
    this.log = log;
  }

  /** The newest orders, or those before where the last page ended. */
  public void list(
      Exchange exchange,
      @Header("before") @Nullable Long before,
      @Header("limit") @Nullable Integer limit)
      throws IOException {
    int most = limit == null ? PAGE : Math.max(1, Math.min(LARGEST_PAGE, limit));
    AuditLog.Page page = log.read(before, most);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("orders", page.entries());
    answer.put("next", page.next());
    Json.answer(exchange, 200, answer);
  }
}
