package io.watchbill.kit.page;

import io.quarkus.qute.TemplateData;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.http.PublicUrl;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What is around every page: who looks at it, in which language and time zone, and where. */
@RequestScoped
@Named("frame")
@TemplateData
public class Frame {
  private static final Logger LOG = Logger.getLogger(Frame.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** Its name, which times have beside them, is "UTC", and not "Z". */
  private static final ZoneId UTC = ZoneId.of("UTC");

  private static final String ZONE = "watchbill-zone";
  private static final Pattern ZONE_ID = Pattern.compile("[A-Za-z0-9_+/-]{1,64}");
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

  private final CurrentIdentityAssociation identity;
  private final RoutingContext context;
  private final PublicUrl publicUrl;
  private final Clock clock;
  private final String version;
  private Optional<Optional<Principal>> principal = Optional.empty();

  Frame(
      CurrentIdentityAssociation identity,
      RoutingContext context,
      PublicUrl publicUrl,
      Clock clock,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.identity = identity;
    this.context = context;
    this.publicUrl = publicUrl;
    this.clock = clock;
    this.version = version;
  }

  /** Returns whether somebody is signed in. */
  public boolean signedIn() {
    return principal().isPresent();
  }

  /** Returns the id of who is signed in. */
  public String who() {
    return principal().map(Principal::id).orElse("");
  }

  /** Returns whether who is signed in is an admin of the installation. */
  public boolean isAdmin() {
    return principal().filter(Principal::isAdmin).isPresent();
  }

  /** Returns which release renders this page. */
  public String version() {
    return version;
  }

  /** Returns the language of the texts: English, unless the browser prefers another of ours. */
  public Locale language() {
    String accepted = context.request().getHeader("Accept-Language");
    if (accepted == null) {
      return Locale.ENGLISH;
    }
    try {
      Locale found = Locale.lookup(Locale.LanguageRange.parse(accepted), LANGUAGES);
      return found == null ? Locale.ENGLISH : found;
    } catch (IllegalArgumentException e) {
      return Locale.ENGLISH;
    }
  }

  /** Returns the zone in which times are shown: the browser's, else UTC. */
  public ZoneId zone() {
    Cookie cookie = context.request().getCookie(ZONE);
    if (cookie == null || !ZONE_ID.matcher(cookie.getValue()).matches()) {
      return UTC;
    }
    try {
      return ZoneId.of(cookie.getValue());
    } catch (DateTimeException e) {
      return UTC;
    }
  }

  /** Returns an instant as people read it. */
  public String time(Instant instant) {
    return new LocalTimes(zone(), language()).text(instant, clock.instant());
  }

  /** Returns an instant as HTML has it for programs: to the millisecond. */
  public String exact(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** Returns whether a page, or one below it, is shown. */
  public boolean isAt(String path) {
    String shown = context.normalizedPath();
    return shown.equals(path) || !path.equals("/") && shown.startsWith(path + "/");
  }

  /** Returns the reference to a page. */
  public String to(String path) {
    return publicUrl.reference(path);
  }

  private Optional<Principal> principal() {
    if (principal.isEmpty()) {
      principal = Optional.of(look());
    }
    return principal.get();
  }

  /** A page for everybody is shown also when nobody can tell who asks. */
  private Optional<Principal> look() {
    try {
      return identity.getDeferredIdentity().await().atMost(PATIENCE).getPrincipal()
              instanceof Principal found
          ? Optional.of(found)
          : Optional.empty();
    } catch (RuntimeException e) {
      LOG.debugf("not signed in: %s", e);
      return Optional.empty();
    }
  }
}
