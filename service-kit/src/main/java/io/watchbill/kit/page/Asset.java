package io.watchbill.kit.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A file that pages refer to. Its name carries a hash of its content, so that it may be cached for
 * ever.
 *
 * @param file the name under which it is served: {@code watchbill.0a1b2c3d4e5f.css}
 * @param type its media type
 */
record Asset(String file, String type, byte[] content, byte[] gzip) {
  private static final int HASH = 12;

  /** Reads a file of the folder {@code assets} on the class path. */
  static Asset read(String name) {
    try (InputStream stream = Asset.class.getResourceAsStream("/assets/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("there is no asset " + name);
      }
      byte[] content = stream.readAllBytes();
      int dot = name.lastIndexOf('.');
      String file = name.substring(0, dot) + "." + hash(content) + name.substring(dot);
      return new Asset(file, type(name), content, gzip(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "css" -> "text/css;charset=utf-8";
      case "js" -> "text/javascript;charset=utf-8";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      default -> throw new IllegalStateException("unknown kind of asset: " + name);
    };
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest).substring(0, HASH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }
}
