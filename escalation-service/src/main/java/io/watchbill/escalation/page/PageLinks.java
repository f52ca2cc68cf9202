package io.watchbill.escalation.page;

import io.watchbill.kit.http.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The signed links of pages. A token is Base64url of the page's id and the first 16 bytes of
 * HMAC-SHA256 over it: whoever holds it may acknowledge that page and nothing else.
 */
@ApplicationScoped
public class PageLinks {
  private static final int ID = 16;
  private static final int SIGNATURE = 16;
  private static final int SHORTEST_SECRET = 16;

  private final PublicUrl publicUrl;
  private final SecretKeySpec key;

  PageLinks(
      PublicUrl publicUrl,
      @ConfigProperty(name = "watchbill.link-secret") Optional<String> secret) {
    if (secret.orElse("").length() < SHORTEST_SECRET) {
      throw new IllegalStateException(
          "watchbill.link-secret needs at least " + SHORTEST_SECRET + " characters");
    }
    this.publicUrl = publicUrl;
    this.key = new SecretKeySpec(secret.get().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /** The link that acknowledges a page. */
  public String acknowledge(UUID page) {
    return publicUrl.to("/acknowledge/" + token(page));
  }

  /** The page of a token; empty if it was not made with our secret. */
  public Optional<UUID> page(String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length != ID + SIGNATURE) {
      return Optional.empty();
    }
    byte[] id = Arrays.copyOf(bytes, ID);
    byte[] signature = Arrays.copyOfRange(bytes, ID, bytes.length);
    if (!MessageDigest.isEqual(signature, sign(id))) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(id);
    return Optional.of(new UUID(buffer.getLong(), buffer.getLong()));
  }

  String token(UUID page) {
    byte[] id =
        ByteBuffer.allocate(ID)
            .putLong(page.getMostSignificantBits())
            .putLong(page.getLeastSignificantBits())
            .array();
    byte[] token = ByteBuffer.allocate(ID + SIGNATURE).put(id).put(sign(id)).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  private byte[] sign(byte[] id) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update("acknowledge".getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(mac.doFinal(id), SIGNATURE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
