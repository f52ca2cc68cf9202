package io.watchbill.chart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for {@code localhost} that is its own authority, by the JDK's keytool. */
record SelfSigned(KeyStore store) {
  private static final String NAME = "localhost";
  private static final String PASSWORD = "of-no-worth";

  static SelfSigned made() throws IOException, GeneralSecurityException {
    Path file = Files.createTempDirectory("identity").resolve("identity.p12");
    String command =
        "-genkeypair -alias %s -keyalg EC -groupname secp256r1 -dname CN=localhost -validity 2"
            + " -ext san=dns:localhost,ip:127.0.0.1 -ext bc=ca:true"
            + " -storetype PKCS12 -storepass %s -keystore %s";
    List<String> words =
        List.of(
            (Path.of(System.getProperty("java.home"), "bin", "keytool")
                    + " "
                    + command.formatted(NAME, PASSWORD, file))
                .split(" "));
    Command.run(Map.of(), "", Duration.ofSeconds(30), words).output();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return new SelfSigned(store);
  }

  /** For a server of the JDK. */
  SSLContext context() throws GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /** The certificate as PEM. */
  String certificate() throws GeneralSecurityException {
    return pem("CERTIFICATE", store.getCertificate(NAME).getEncoded());
  }

  /** Its key as PEM. */
  String key() throws GeneralSecurityException {
    return pem("PRIVATE KEY", store.getKey(NAME, PASSWORD.toCharArray()).getEncoded());
  }

  private static String pem(String what, byte[] content) {
    String lines =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
    return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
  }
}
