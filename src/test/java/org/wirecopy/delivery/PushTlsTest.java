package org.wirecopy.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Partners are verified, and may verify us. */
class PushTlsTest {
  private static final String PASSWORD = "password";

  @TempDir static Path folder;

  private final Push push = new Push(new TargetCheck(), InstantSource.system());
  private final List<WebPartner> webs = new ArrayList<>();

  @AfterEach
  void close() {
    push.close();
    webs.forEach(WebPartner::close);
  }

  @BeforeAll
  static void makeCertificates() throws Exception {
    keytool(
        "-genkeypair",
        "-alias",
        "theirs",
        "-keystore",
        at("theirs.p12"),
        "-dname",
        "CN=them",
        "-ext",
        "san=ip:127.0.0.1",
        "-keyalg",
        "EC");
    keytool(
        "-genkeypair",
        "-alias",
        "ours",
        "-keystore",
        at("ours.p12"),
        "-dname",
        "CN=wirecopy",
        "-keyalg",
        "EC");
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "theirs",
        "-keystore",
        at("theirs.p12"),
        "-file",
        at("theirs.pem"));
    keytool("-exportcert", "-alias", "ours", "-keystore", at("ours.p12"), "-file", at("ours.cer"));
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        "ours",
        "-keystore",
        at("theirtrust.p12"),
        "-file",
        at("ours.cer"));
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
    Answer answer = post(partner(web(false)));
    assertThat(answer.status()).isZero();
    assertThat(answer.failure()).startsWith("no secure connection: ");
  }

  @Test
  void thePartnersOwnAuthorityIsTrusted() throws Exception {
    Partner partner = partner(web(false), "truststore", at("theirs.pem"));
    assertThat(post(partner).status()).isEqualTo(204);
    assertThat(post(partner).status()).isEqualTo(204);
  }

  @Test
  void aCertificateForAnotherHostIsRefused() throws Exception {
    WebPartner web = web(false);
    Partner partner =
        SomePartner.with(
            "endpoint", "https://localhost:" + web.port() + "/", "truststore", at("theirs.pem"));
    assertThat(post(partner).failure()).startsWith("no secure connection: ");
  }

  @Test
  void aPartnerThatAsksForOurCertificateGetsIt() throws Exception {
    WebPartner web = web(true);
    Partner known =
        partner(
            web,
            "truststore",
            at("theirs.pem"),
            "keystore",
            at("ours.p12"),
            "keystorePassword",
            PASSWORD);
    assertThat(post(known).status()).isEqualTo(204);
    Partner unknown = partner(web, "truststore", at("theirs.pem"));
    assertThat(post(unknown).status()).isZero();
  }

  private WebPartner web(boolean clientCertificate) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store("theirs.p12"), PASSWORD.toCharArray());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store("theirtrust.p12"));
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    WebPartner web =
        WebPartner.secure(tls, clientCertificate).at("/", null, WebPartner.answering(204, ""));
    webs.add(web);
    return web;
  }

  private static KeyStore store(String name) throws Exception {
    return KeyStore.getInstance(new File(at(name)), PASSWORD.toCharArray());
  }

  private Answer post(Partner partner) throws Exception {
    return push.post(partner, Map.of(), "{}".getBytes(UTF_8))
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
  }

  private static Partner partner(WebPartner web, String... parameters) {
    String[] all = new String[parameters.length + 2];
    System.arraycopy(parameters, 0, all, 0, parameters.length);
    all[parameters.length] = "endpoint";
    all[parameters.length + 1] = "https://127.0.0.1:" + web.port() + "/";
    return SomePartner.with(all);
  }

  private static String at(String name) {
    return folder.resolve(name).toString();
  }

  private static void keytool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
