package io.watchbill.escalation.channel;

import io.watchbill.kit.problem.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** The kinds of contact methods, each with the form of its address. */
public enum ChannelKind {
  /** One line on the service's standard output, for a laptop. */
  TERMINAL,
  EMAIL,
  /** A POST signed by Standard Webhooks. */
  WEBHOOK;

  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

  /** As it is stored and crosses the wire. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether somebody must show that it reaches them: on the way to a terminal nothing is mistaken.
   */
  public boolean needsVerification() {
    return this != TERMINAL;
  }

  /**
   * The kind of that name.
   *
   * @throws Problem that points at {@code /kind}
   */
  public static ChannelKind of(String wire) {
    return Arrays.stream(values())
        .filter(kind -> kind.wire().equals(wire))
        .findFirst()
        .orElseThrow(
            () -> Problem.invalid("/kind", "The kind is one of email, webhook, terminal."));
  }

  /**
   * The address in the form in which it is stored.
   *
   * @throws Problem that points at {@code /address}
   */
  public String checkedAddress(String address) {
    if (this == TERMINAL) {
      return "stdout";
    }
    if (address == null || address.length() > 2_000) {
      throw Problem.invalid("/address", "An address of at most 2,000 characters is needed.");
    }
    return this == EMAIL ? mail(address) : url(address).toString();
  }

  /** What one that hangs must not stop the others: the host of a webhook, else the kind itself. */
  public String provider(String address) {
    return this == WEBHOOK ? URI.create(address).getHost() : wire();
  }

  private static String mail(String address) {
    if (address.length() > 254 || !MAIL.matcher(address).matches()) {
      throw Problem.invalid("/address", "An e-mail address is expected, like ann@example.org.");
    }
    return address;
  }

  /** Without one it is that of the scheme. */
  private static boolean isPort(int port) {
    return port == -1 || port > 0 && port <= 65_535;
  }

  private static URI url(String address) {
    try {
      URI url = new URI(address);
      boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      boolean bare = url.getUserInfo() == null && url.getFragment() == null;
      if (web && url.getHost() != null && bare && isPort(url.getPort())) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Falls through to the same answer as an address of another form.
    }
    throw Problem.invalid("/address", "An http or https URL without user or fragment is expected.");
  }
}
