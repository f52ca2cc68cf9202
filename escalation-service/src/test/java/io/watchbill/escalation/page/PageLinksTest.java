package io.watchbill.escalation.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchbill.kit.http.PublicUrl;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PageLinksTest {
  private static final UUID PAGE = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
  private final PageLinks links = links("https://w.example/", "a secret of 22 letters");

  @Test
  void aLinkLeadsBackToItsPage() {
    String link = links.acknowledge(PAGE);

    assertThat(link).matches("https://w\\.example/acknowledge/[A-Za-z0-9_-]{43}");
    assertThat(links.page(link.substring(link.lastIndexOf('/') + 1))).contains(PAGE);
  }

  @Test
  void thePathOfThePublicUrlIsKept() {
    String link = links("https://w.example/on-call/", "a secret of 22 letters").acknowledge(PAGE);

    assertThat(link).startsWith("https://w.example/on-call/acknowledge/");
  }

  @Test
  void anotherSecretMakesAnotherLink() {
    PageLinks other = links("https://w.example", "another secret of letters");

    assertThat(other.page(links.token(PAGE))).isEmpty();
  }

  @Test
  void whatIsNoTokenIsNoPage() {
    for (String wrong : new String[] {"", "x", "????", "A".repeat(43), "A".repeat(5_000)}) {
      assertThat(links.page(wrong)).isEmpty();
    }
  }

  @Test
  void aShortSecretIsRefused() {
    assertThatThrownBy(() -> links("https://w.example", "short"))
        .isInstanceOf(IllegalStateException.class);
  }

  private static PageLinks links(String publicUrl, String secret) {
    return new PageLinks(PublicUrl.of(publicUrl), Optional.of(secret));
  }
}
