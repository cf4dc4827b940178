package org.wirecopy.bench;

import java.io.File;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Baseline: the route anyone would write first. File to bean to HTTP, everything at its default,
 * nothing durable: no ledger, no retries, no order, no signature.
 *
 * <p>Arguments: the inbox, then one endpoint for each partner.
 */
public final class NaiveCamel {
  private NaiveCamel() {}

  public static void main(String[] args) throws Exception {
    String[] endpoints = Arrays.copyOfRange(args, 1, args.length);
    DefaultCamelContext camel = new DefaultCamelContext();
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("file:" + args[0] + "?recursive=true&delete=true")
                .process(NaiveCamel::toJson)
                .multicast()
                .to(endpoints);
          }
        });
    camel.start();
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  camel.stop();
                  ended.countDown();
                }));
    // Camel's own threads do not keep a process alive.
    ended.await();
  }

  private static void toJson(Exchange exchange) throws Exception {
    GenericFile<?> file = exchange.getMessage().getMandatoryBody(GenericFile.class);
    File path = (File) file.getFile();
    PlainStory story = PlainStory.read(file.getFileNameOnly(), Files.readAllBytes(path.toPath()));
    exchange.getMessage().setBody(story.json());
    exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
    exchange.getMessage().setHeader("wirecopy-uri", story.uri());
  }
}
