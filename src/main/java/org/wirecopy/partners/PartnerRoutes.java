package org.wirecopy.partners;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The partners' routes, one each from the template {@code partner}. */
final class PartnerRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(PartnerRoutes.class);

  private final CamelContext camel;

  PartnerRoutes(CamelContext camel) {
    this.camel = camel;
  }

  /** The settings are well, but the route does not start, as while the ledger is locked. */
  static final class StartFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    StartFailedException(Exception cause) {
      super(cause);
    }
  }

  /** Whether a partner's route runs; before Camel has started, whether it will. */
  boolean run(String name) {
    String routeId = routeId(name);
    return camel.getRoute(routeId) != null
        && (camel.getStatus() != ServiceStatus.Started
            || camel.getRouteController().getRouteStatus(routeId) == ServiceStatus.Started);
  }

  /** Has a partner's route run with these values, in the place of the one it may have. */
  void start(String name, Map<String, Object> values) throws StartFailedException {
    String routeId = routeId(name);
    boolean replaces = camel.getRoute(routeId) != null;
    try {
      stop(routeId);
      TemplatedRouteBuilder.builder(camel, "partner").routeId(routeId).parameters(values).add();
      if (camel.getStatus() == ServiceStatus.Started) {
        camel.getRouteController().startRoute(routeId);
      }
      LOG.info("Partner {} {}", name, replaces ? "changed" : "joined");
    } catch (Exception e) {
      dropHalfStarted(routeId);
      throw new StartFailedException(e);
    }
  }

  private void dropHalfStarted(String routeId) {
    try {
      stop(routeId);
    } catch (Exception e) {
      LOG.warn("Route {} cannot be put away: {}", routeId, reason(e));
    }
  }

  /** Ends a partner's route. */
  void remove(String name) {
    try {
      stop(routeId(name));
      LOG.info("Partner {} left", name);
    } catch (Exception e) {
      LOG.error("Partner {} cannot be stopped: {}", name, reason(e));
    }
  }

  private void stop(String routeId) throws Exception {
    if (camel.getRoute(routeId) != null) {
      camel.getRouteController().stopRoute(routeId);
      camel.removeRoute(routeId);
    }
  }

  private static String routeId(String name) {
    return "partner-" + name;
  }

  /** What lies at the bottom of a failure. */
  static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
