package io.watchbill.migrations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A key for {@code localhost} whose certificate it signs itself, made by the JDK's keytool. */
final class Authority {
  private static final String PASSWORD = "only-for-tests";
  private static final String ALIAS = "server";

  private final KeyStore keys;

  private Authority(KeyStore keys) {
    this.keys = keys;
  }

  static Authority make(Path directory)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = directory.resolve("keys.p12");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", ALIAS, "-keyalg", "RSA", "-validity", "2"));
    command.addAll(List.of("-dname", "CN=localhost", "-ext", "san=dns:localhost"));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of("-keystore", file.toString()));
    Process keytool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("keytool.log").toFile())
            .start();
    if (!keytool.waitFor(1, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
      throw new IllegalStateException(Files.readString(directory.resolve("keytool.log")));
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return new Authority(keys);
  }

  /** Writes the certificate, which is also that of the authority. */
  void writeCertificate(Path file) throws IOException, GeneralSecurityException {
    Files.writeString(file, pem("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded()));
  }

  /** Writes the key, for its owner only to read. */
  void writeKey(Path file) throws IOException, GeneralSecurityException {
    byte[] key = keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
    Files.writeString(file, pem("PRIVATE KEY", key));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static String pem(String what, byte[] der) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, text, what);
  }
}
