package io.watchbill.escalation.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchbill.kit.http.PublicUrl;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PageLinksTest {
  private static final UUID PAGE = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
  private static final UUID INCIDENT = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8001");
  private final PageLinks links = links("https://w.example/", "a secret of 22 letters");

  @Test
  void aLinkLeadsBackToItsPage() {
    String link = links.acknowledge(INCIDENT, PAGE);

    assertThat(link).matches("https://w\\.example/acknowledge/[A-Za-z0-9_-]{64}");
    assertThat(links.page(link.substring(link.lastIndexOf('/') + 1)))
        .contains(new PageLinks.Linked(INCIDENT, PAGE));
  }

  @Test
  void tokensOfFormerVersionsAreRead() {
    byte[] page =
        ByteBuffer.allocate(16)
            .putLong(PAGE.getMostSignificantBits())
            .putLong(PAGE.getLeastSignificantBits())
            .array();

    assertThat(links.page(links.signed(page))).contains(new PageLinks.Linked(null, PAGE));
  }

  @Test
  void theIncidentIsSignedToo() {
    byte[] token = Base64.getUrlDecoder().decode(links.token(INCIDENT, PAGE));
    token[0]++;

    assertThat(links.page(Base64.getUrlEncoder().withoutPadding().encodeToString(token))).isEmpty();
  }

  @Test
  void thePathOfThePublicUrlIsKept() {
    String link =
        links("https://w.example/on-call/", "a secret of 22 letters").acknowledge(INCIDENT, PAGE);

    assertThat(link).startsWith("https://w.example/on-call/acknowledge/");
  }

  @Test
  void anotherSecretMakesAnotherLink() {
    PageLinks other = links("https://w.example", "another secret of letters");

    assertThat(other.page(links.token(INCIDENT, PAGE))).isEmpty();
  }

  @Test
  void aSecretIsRenewedWithoutEndingALink() {
    String old = "the secret of before";
    String renewed = "the secret from now on";
    PageLinks before = links(old, Optional.of(renewed));
    PageLinks after = links(renewed, Optional.of(old));

    assertThat(after.page(before.token(INCIDENT, PAGE))).isPresent();
    assertThat(before.page(after.token(INCIDENT, PAGE))).isPresent();
    assertThat(links(renewed, Optional.empty()).page(before.token(INCIDENT, PAGE))).isEmpty();
  }

  @Test
  void anEmptySignatureFitsNothing() {
    LinkSecrets secrets = new LinkSecrets(Optional.of("a secret of 22 letters"), Optional.empty());

    assertThat(secrets.fits(new byte[0], new byte[] {1})).isFalse();
    assertThat(secrets.fits(secrets.sign(new byte[] {1}), new byte[] {1})).isTrue();
  }

  @Test
  void aFingerprintNamesASecretAsTheProgramThatMigratesDoes() {
    LinkSecrets secrets =
        new LinkSecrets(
            Optional.of("a secret of 22 letters"), Optional.of("another secret of letters"));

    assertThat(secrets.fingerprints())
        .hasSize(2)
        .startsWith("91fa293e6caf568a")
        .doesNotHaveDuplicates();
  }

  @Test
  void anInvalidTokenHasNoPage() {
    for (String wrong :
        new String[] {"", "x", "????", "A".repeat(43), "A".repeat(64), "A".repeat(5_000)}) {
      assertThat(links.page(wrong)).isEmpty();
    }
  }

  @Test
  void aShortSecretIsRefused() {
    assertThatThrownBy(() -> links("https://w.example", "short"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> links("a secret of 22 letters", Optional.of("short")))
        .hasMessageContaining("watchbill.accepted-link-secret");
  }

  private static PageLinks links(String secret, Optional<String> accepted) {
    return new PageLinks(
        PublicUrl.of("https://w.example"), new LinkSecrets(Optional.of(secret), accepted));
  }

  private static PageLinks links(String publicUrl, String secret) {
    return new PageLinks(
        PublicUrl.of(publicUrl), new LinkSecrets(Optional.of(secret), Optional.empty()));
  }
}
