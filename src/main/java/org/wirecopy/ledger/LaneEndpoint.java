package org.wirecopy.ledger;

import java.time.Duration;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/** One partner's lane. */
@UriEndpoint(
    scheme = "lane",
    title = "Lane",
    syntax = "lane:partner",
    firstVersion = "0.1.0",
    consumerOnly = true,
    category = {Category.CORE})
public final class LaneEndpoint extends DefaultEndpoint {

  private static final Duration LEEWAY = Duration.ofSeconds(30);

  @UriPath(description = "Name of the partner")
  @Metadata(required = true)
  private final String partner;

  @UriParam(defaultValue = "8", description = "Most deliveries under way at once")
  private int concurrency = 8;

  @UriParam(defaultValue = "0", description = "Most deliveries begun per second, 0 for no limit")
  private double rate;

  @UriParam(defaultValue = "50", description = "Most replays begun per second, 0 for no limit")
  private double replayRate = 50;

  @UriParam(
      defaultValue = "15000",
      description =
          "Milliseconds that an exchange may take; a delivery without an outcome long after is"
              + " repeated")
  private long timeout = 15_000;

  @UriParam(
      defaultValue = "10000",
      description = "Milliseconds after which a delivery that the route gave up is tried again")
  private long giveUpMillis = 10_000;

  @UriParam(
      defaultValue = "false",
      description = "Whether embargoed stories go out before their time")
  private boolean trustedForEmbargo;

  LaneEndpoint(String uri, LaneComponent component, String partner) {
    super(uri, component);
    this.partner = partner;
  }

  @Override
  public Producer createProducer() {
    throw new UnsupportedOperationException("Nothing is sent to a lane; the ledger fills it.");
  }

  @Override
  public Consumer createConsumer(Processor processor) throws Exception {
    LaneConsumer consumer = new LaneConsumer(this, processor);
    configureConsumer(consumer);
    return consumer;
  }

  LaneComponent lanes() {
    return (LaneComponent) getComponent();
  }

  LaneSettings settings() {
    return new LaneSettings(concurrency, rate, replayRate, lease(), trustedForEmbargo);
  }

  /** Two exchanges, since an access token may have to be had first, and room for a busy machine. */
  private Duration lease() {
    return Duration.ofMillis(timeout).multipliedBy(2).plus(LEEWAY);
  }

  /** Name of the partner. */
  public String getPartner() {
    return partner;
  }

  /** Most deliveries under way at once, of different stories. */
  public int getConcurrency() {
    return concurrency;
  }

  /** See {@link #getConcurrency}. */
  public void setConcurrency(int concurrency) {
    this.concurrency = concurrency;
  }

  /** Most deliveries begun per second, 0 for no limit. */
  public double getRate() {
    return rate;
  }

  /** See {@link #getRate}. */
  public void setRate(double rate) {
    this.rate = rate;
  }

  /** Most replays begun per second, 0 for no limit. */
  public double getReplayRate() {
    return replayRate;
  }

  /** See {@link #getReplayRate}. */
  public void setReplayRate(double replayRate) {
    this.replayRate = replayRate;
  }

  /** Milliseconds that an exchange may take. */
  public long getTimeout() {
    return timeout;
  }

  /** See {@link #getTimeout}. */
  public void setTimeout(long timeout) {
    this.timeout = timeout;
  }

  /** Milliseconds after which a delivery is tried again that the route ended without an outcome. */
  public long getGiveUpMillis() {
    return giveUpMillis;
  }

  /** See {@link #getGiveUpMillis}. */
  public void setGiveUpMillis(long giveUpMillis) {
    this.giveUpMillis = giveUpMillis;
  }

  /** Whether embargoed stories go out before their time. */
  public boolean isTrustedForEmbargo() {
    return trustedForEmbargo;
  }

  /** See {@link #isTrustedForEmbargo}. */
  public void setTrustedForEmbargo(boolean trustedForEmbargo) {
    this.trustedForEmbargo = trustedForEmbargo;
  }
}
