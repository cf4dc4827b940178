package org.wirecopy.api;

import java.util.Locale;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConversionException;
import org.apache.camel.component.bean.ParameterBindingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirecopy.ledger.LedgerException;
import org.wirecopy.watch.Newsroom;

/** What the API answers when a route failed: the caller's mistake, or ours. */
public final class ApiFaults {
  private static final Logger LOG = LoggerFactory.getLogger(ApiFaults.class);
  private static final int LONGEST_VALUE = 60;

  /** A parameter that is not what it must be, such as a number. */
  public void badParameter(Exchange exchange) {
    Exception fault = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    String detail = "A parameter is not of the kind it must be, see /api/openapi.json.";
    if (fault instanceof ParameterBindingException binding) {
      detail = detail(binding.getParameterValue(), binding.getParameterType());
    } else if (fault instanceof TypeConversionException conversion) {
      detail = detail(conversion.getValue(), conversion.getToType());
    }
    Json.problem(exchange, 400, "Bad request", detail);
  }

  private static String detail(@Nullable Object value, Class<?> kind) {
    String text = Newsroom.clean(String.valueOf(value));
    return "\""
        + text.substring(0, Math.min(LONGEST_VALUE, text.length()))
        + "\" is given where a value of the kind "
        + kind.getSimpleName().toLowerCase(Locale.ROOT)
        + " must be, see /api/openapi.json.";
  }

  /** Anything else: it goes to the log under a number, which the answer names. */
  public void failed(Exchange exchange) {
    Exception fault = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof LedgerException ledger) {
        Json.problem(exchange, 503, "Not possible now", String.valueOf(ledger.getMessage()));
        return;
      }
    }
    String number = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("The API failed ({})", number, fault);
    Json.problem(
        exchange, 500, "Failed", "It could not be done; the log says why under " + number + ".");
  }
}
