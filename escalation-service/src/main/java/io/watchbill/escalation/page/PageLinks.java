package io.watchbill.escalation.page;

import io.watchbill.kit.http.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Signs and reads the links of pages. A token is Base64url of the incident's id, the page's id and
 * the first 16 bytes of HMAC-SHA256 over both: it allows its holder to acknowledge that page and
 * nothing else. Tokens of former versions, without the incident, are read as well.
 */
@ApplicationScoped
public class PageLinks {
  private static final int ID = 16;
  private static final int SIGNATURE = 16;
  private static final byte[] PURPOSE = "acknowledge".getBytes(StandardCharsets.UTF_8);

  private final PublicUrl publicUrl;
  private final LinkSecrets secrets;

  PageLinks(PublicUrl publicUrl, LinkSecrets secrets) {
    this.publicUrl = publicUrl;
    this.secrets = secrets;
  }

  /**
   * The page of a token.
   *
   * @param incident null in tokens of former versions
   */
  public record Linked(@Nullable UUID incident, UUID page) {}

  /** Returns the link that acknowledges a page of an incident. */
  public String acknowledge(UUID incident, UUID page) {
    return publicUrl.to("/acknowledge/" + token(incident, page));
  }

  /** Returns the page of a token; empty if it was not signed with one of our secrets. */
  public Optional<Linked> page(String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length != ID + SIGNATURE && bytes.length != 2 * ID + SIGNATURE) {
      return Optional.empty();
    }
    byte[] ids = Arrays.copyOf(bytes, bytes.length - SIGNATURE);
    byte[] signature = Arrays.copyOfRange(bytes, ids.length, bytes.length);
    if (!secrets.fits(signature, text(ids))) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(ids);
    UUID incident = ids.length == ID ? null : id(buffer);
    return Optional.of(new Linked(incident, id(buffer)));
  }

  private static UUID id(ByteBuffer buffer) {
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  String token(UUID incident, UUID page) {
    byte[] ids =
        ByteBuffer.allocate(2 * ID)
            .putLong(incident.getMostSignificantBits())
            .putLong(incident.getLeastSignificantBits())
            .putLong(page.getMostSignificantBits())
            .putLong(page.getLeastSignificantBits())
            .array();
    return signed(ids);
  }

  String signed(byte[] ids) {
    byte[] signature = Arrays.copyOf(secrets.sign(text(ids)), SIGNATURE);
    byte[] token = ByteBuffer.allocate(ids.length + SIGNATURE).put(ids).put(signature).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  private static byte[] text(byte[] ids) {
    return ByteBuffer.allocate(PURPOSE.length + ids.length).put(PURPOSE).put(ids).array();
  }
}
