package org.wirecopy.delivery;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collections;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.wirecopy.delivery.ParameterValues.UnusableException;

/** A partner's own TLS: our certificate for it, and the authorities that vouch for it. */
final class Tls {
  private static final String PEM = "-----BEGIN CERTIFICATE-----";

  private Tls() {}

  /** The TLS of a partner that has its own keystore or truststore, or null for the standard. */
  static @Nullable SSLContext read(ParameterValues values) {
    KeyStore keys = values.orNull("keystore", file -> store(file, password(values, "keystore")));
    KeyStore trust =
        values.orNull("truststore", file -> store(file, password(values, "truststore")));
    if (keys == null && trust == null) {
      return null;
    }
    return values.orNull(
        keys == null ? "truststore" : "keystore",
        file -> context(keys, password(values, "keystore"), trust));
  }

  private static char[] password(ParameterValues values, String store) {
    return values.text(store + "Password").toCharArray();
  }

  private static SSLContext context(
      @Nullable KeyStore keys, char[] password, @Nullable KeyStore trust) {
    try {
      KeyManagerFactory ours =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      ours.init(keys, password);
      TrustManagerFactory theirs =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      theirs.init(trust);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys == null ? null : ours.getKeyManagers(), theirs.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new UnusableException("it cannot be used: " + e.getMessage());
    }
  }

  private static KeyStore store(String file, char[] password) {
    Path path = Path.of(file);
    try {
      String start = firstLine(path);
      return start.startsWith(PEM)
          ? certificates(path)
          : KeyStore.getInstance(path.toFile(), password);
    } catch (IOException | GeneralSecurityException e) {
      throw new UnusableException(
          file + " cannot be read as a store of keys or certificates: " + e.getMessage());
    }
  }

  private static String firstLine(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(PEM.length()), StandardCharsets.ISO_8859_1);
    }
  }

  private static KeyStore certificates(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      int count = 0;
      for (Certificate certificate :
          Collections.unmodifiableCollection(
              CertificateFactory.getInstance("X.509").generateCertificates(in))) {
        store.setCertificateEntry("authority-" + count, certificate);
        count++;
      }
    }
    return store;
  }
}
