package org.wirecopy.ledger;

import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Camel's way to a partner's lane: {@code from: lane:PARTNER} emits the partner's deliveries as
 * they become ready. The ledger comes from the registry, by type or as {@code ledger}. All lanes
 * share a few threads; a route that waits must do so without one.
 */
public final class LaneComponent extends DefaultComponent {
  private static final int THREADS = 3;
  private @Nullable ExecutorService threads;

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    LaneEndpoint endpoint = new LaneEndpoint(uri, this, remaining);
    setProperties(endpoint, parameters);
    return endpoint;
  }

  Ledger ledger() {
    Ledger named = getCamelContext().getRegistry().lookupByNameAndType("ledger", Ledger.class);
    return named != null
        ? named
        : CamelContextHelper.mandatoryFindSingleByType(getCamelContext(), Ledger.class);
  }

  synchronized ExecutorService threads() {
    if (threads == null) {
      threads =
          getCamelContext().getExecutorServiceManager().newThreadPool(this, "Lanes", profile());
    }
    return threads;
  }

  /**
   * Camel's usual pool has whoever fills its queue run a task, which here is the ledger's writer.
   * What may wait is bounded by what the lanes may have under way.
   */
  private static ThreadPoolProfile profile() {
    return new ThreadPoolProfileBuilder("lanes")
        .poolSize(THREADS)
        .maxPoolSize(THREADS)
        .maxQueueSize(Integer.MAX_VALUE)
        .allowCoreThreadTimeOut(false)
        .rejectedPolicy(ThreadPoolRejectedPolicy.Abort)
        .build();
  }

  @Override
  protected void doShutdown() throws Exception {
    synchronized (this) {
      if (threads != null) {
        getCamelContext().getExecutorServiceManager().shutdown(threads);
        threads = null;
      }
    }
    super.doShutdown();
  }
}
