package io.watchbill.escalation.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signs with HMAC-SHA256 under {@code watchbill.link-secret}. What {@code
 * watchbill.accepted-link-secret} has signed is accepted as well, so that a secret can be renewed
 * without ending the links that are out, and while some replicas sign with the one already and
 * others still with the other.
 */
@ApplicationScoped
public class LinkSecrets {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int FINGERPRINT = 8;
  private static final int SHORTEST = 16;
  private static final int SHORTEST_SIGNATURE = 16;

  private final List<SecretKeySpec> keys;
  private final List<String> fingerprints;

  /**
   * @param current signs and is accepted
   * @param accepted is only accepted; may be missing
   */
  LinkSecrets(
      @ConfigProperty(name = "watchbill.link-secret") Optional<String> current,
      @ConfigProperty(name = "watchbill.accepted-link-secret") Optional<String> accepted) {
    this.keys =
        Stream.concat(
                Stream.of(key("watchbill.link-secret", current.orElse(""))),
                accepted.stream().map(text -> key("watchbill.accepted-link-secret", text)))
            .toList();
    this.fingerprints = keys.stream().map(LinkSecrets::fingerprint).toList();
  }

  private static String fingerprint(SecretKeySpec key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("watchbill installation\n".getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(key.getEncoded()), 0, FINGERPRINT);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns names of the secrets whose links are accepted, which do not reveal them. The program
   * that migrates makes the same.
   */
  public List<String> fingerprints() {
    return fingerprints;
  }

  private static SecretKeySpec key(String property, String secret) {
    if (secret.length() < SHORTEST) {
      throw new IllegalStateException(property + " needs at least " + SHORTEST + " characters");
    }
    return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** Returns whether what another secret signed is accepted, too. */
  boolean isBeingRenewed() {
    return keys.size() > 1;
  }

  /** Returns the signature of a text, 32 bytes. */
  public byte[] sign(byte[] text) {
    return sign(keys.getFirst(), text);
  }

  /** Returns whether these are the first bytes, at least 16, of a text's signature. */
  public boolean fits(byte[] signature, byte[] text) {
    if (signature.length < SHORTEST_SIGNATURE) {
      return false;
    }
    boolean fits = false;
    for (SecretKeySpec key : keys) {
      byte[] full = sign(key, text);
      fits |= MessageDigest.isEqual(signature, Arrays.copyOf(full, signature.length));
    }
    return fits;
  }

  private static byte[] sign(SecretKeySpec key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
