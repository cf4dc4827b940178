package org.wirecopy.delivery;

import static org.wirecopy.delivery.ValueForms.DURATION;
import static org.wirecopy.delivery.ValueForms.FILE;
import static org.wirecopy.delivery.ValueForms.FLAG;
import static org.wirecopy.delivery.ValueForms.LIST;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of a partner file, and how a {@link Partner} is read from them. */
public final class PartnerParameters {
  private static final List<PartnerParameter> ALL =
      List.of(
          open(
              "endpoint",
              "Where stories are POSTed to",
              "an http or https URL without user or fragment"),
          hidden(
              "secret",
              "Key of the signature; while it is rotated the new one first, then a blank and the old one",
              "whsec_ and base64 of at least 16 bytes; several are separated by blanks"),
          open("format", "Profile of the JSON", "the name of a format", "ninjs3"),
          hidden("headers", "Static headers", "lines of the form Name: value, no contract header"),
          open("username", "User of HTTP basic authentication", "a user name without a colon"),
          hidden("password", "Password of HTTP basic authentication", "a password"),
          hidden("bearer", "Bearer token", "a token without blanks"),
          open(
              "tokenEndpoint",
              "Where an OAuth2 access token is had with client credentials (RFC 6749, section 4.4)",
              "an http or https URL without user or fragment"),
          open("clientId", "OAuth2 client", "a client id"),
          hidden("clientSecret", "OAuth2 client secret", "a client secret"),
          open("scope", "OAuth2 scope asked for", "scopes separated by blanks"),
          open("keystore", "PKCS#12 or JKS file with our client certificate (mTLS)", FILE),
          hidden("keystorePassword", "Password of the keystore and of its key", "a password"),
          open("truststore", "PKCS#12, JKS or PEM file with the authorities to trust", FILE),
          hidden("truststorePassword", "Password of the truststore", "a password"),
          open("languages", "Languages wanted (BCP 47; en takes en-GB too)", LIST),
          open("subjects", "Subjects and tags wanted, by code or name", LIST),
          open("desks", "Desks wanted; sports takes sports/football too", LIST),
          open("sources", "Sources wanted", LIST),
          open("urgency", "The least urgent urgency wanted", "a number from 1 (most urgent) to 9"),
          open(
              "when",
              "Condition on the article, in Camel's Simple language with the article as body",
              "a Simple expression such as ${body.urgency} <= 3"),
          open("trustedForEmbargo", "Whether embargoed stories are sent at once", FLAG, "false"),
          open("connectTimeout", "Until a connection stands, TLS included", DURATION, "5s"),
          open("timeout", "Of the whole exchange, the answer's body included", DURATION, "15s"),
          open("concurrency", "Most exchanges under way", "a number from 1 to 256", "16"),
          open("rate", "Most exchanges a second", "a number, 0 for no limit", "0"),
          open(
              "schedule",
              "Pauses before the first attempt and each further one",
              "durations separated by commas, such as 0s, 5s, 5m, 30m, 2h",
              Schedule.STANDARD.toString()),
          open(
              "maxAge",
              "After which an undelivered story is parked: news perishes",
              DURATION,
              "4d"),
          open(
              "allowedNetworks",
              "Networks that are not public and yet may be connected to",
              "networks such as 10.1.0.0/16 or fd12::/16, separated by commas"),
          hidden(
              "ed25519Key",
              "Adds a v1a signature with this key",
              "whsk_ and base64 of an Ed25519 private key: 32 byte seed, seed and public key, or PKCS#8"),
          open(
              "messageSignature",
              "Adds an HTTP message signature (RFC 9421) with the Ed25519 key",
              FLAG,
              "false"),
          open(
              "keyId",
              "Names the Ed25519 key in the HTTP message signature",
              "letters, digits, dots, dashes and underscores",
              "wirecopy"),
          hidden(
              "pageToken",
              "Opens the partner's own page, /for/NAME, with the partner's name as user",
              "20 to 200 visible ASCII characters without blanks"));

  private static final Map<String, PartnerParameter> KNOWN =
      ALL.stream().collect(Collectors.toUnmodifiableMap(PartnerParameter::name, known -> known));

  private PartnerParameters() {}

  private static PartnerParameter open(String name, String description, String form) {
    return open(name, description, form, "");
  }

  private static PartnerParameter open(
      String name, String description, String form, String defaultValue) {
    return new PartnerParameter(name, description, form, defaultValue, false);
  }

  private static PartnerParameter hidden(String name, String description, String form) {
    return new PartnerParameter(name, description, form, "", true);
  }

  /** Every parameter that a partner file may use, in the order to document them. */
  public static List<PartnerParameter> all() {
    return ALL;
  }

  /** The names that a partner file may use. */
  public static Set<String> names() {
    return KNOWN.keySet();
  }

  /**
   * Reads a partner that has no condition in Camel's Simple language.
   *
   * @see #read(String, Map, Condition.Language)
   */
  public static Partner read(String name, Map<String, String> given) throws PartnerException {
    return read(
        name,
        given,
        text -> {
          throw new IllegalArgumentException("conditions cannot be evaluated here");
        });
  }

  /**
   * Reads a partner.
   *
   * @param name the partner's name
   * @param given parameters as in its file, placeholders resolved
   * @param conditions reads the parameter {@code when}
   * @throws PartnerException naming every fault
   */
  public static Partner read(String name, Map<String, String> given, Condition.Language conditions)
      throws PartnerException {
    ParameterValues values = new ParameterValues(KNOWN, given);
    @Nullable URI endpoint = values.required("endpoint", ValueForms::url);
    List<NetworkRange> allowedNetworks = values.list("allowedNetworks", NetworkRange::parse);
    checkTarget(endpoint, allowedNetworks, values);
    Partner partner =
        new Partner(
            name,
            endpoint == null ? URI.create("http://unknown.invalid") : endpoint,
            values.or("format", ValueForms::word, ""),
            SigningKeys.read(values),
            Access.read(values),
            Tls.read(values),
            Filter.read(values, conditions),
            values.duration("connectTimeout"),
            values.duration("timeout"),
            values.or("concurrency", text -> ValueForms.number(text, 1, 256), 1),
            values.or("rate", ValueForms::rate, 0.0),
            values.or("schedule", Schedule::parse, Schedule.STANDARD),
            values.duration("maxAge"),
            values.or("trustedForEmbargo", ValueForms::flag, false),
            allowedNetworks,
            values.orNull("pageToken", PageToken::read));
    values.endIfFaulty();
    return partner;
  }

  private static void checkTarget(
      @Nullable URI endpoint, List<NetworkRange> allowed, ParameterValues values) {
    if (endpoint == null || !NetworkRange.isLiteral(TargetCheck.bare(endpoint.getHost()))) {
      return;
    }
    try {
      String host = endpoint.getHost();
      InetAddress[] addresses = {NetworkRange.literal(TargetCheck.bare(host))};
      new TargetCheck().check(host, addresses, allowed);
    } catch (ForbiddenTargetException e) {
      values.fault("parameter endpoint: " + e.getMessage());
    }
  }
}
