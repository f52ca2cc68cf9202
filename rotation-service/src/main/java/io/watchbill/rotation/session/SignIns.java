package io.watchbill.rotation.session;

import io.watchbill.kit.access.Identity;
import io.watchbill.kit.access.KeyCheck;
import io.watchbill.kit.access.KnownSessions;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.RandomToken;
import io.watchbill.kit.access.SessionSettings;
import io.watchbill.kit.audit.Audit;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens and closes sessions. */
@ApplicationScoped
class SignIns {
  /** Far more than people have browsers: who signs in once more leaves the oldest. */
  private static final int MOST = 50;

  private final SessionRepository sessions;
  private final SessionSettings settings;
  private final KnownSessions known;
  private final Audit audit;

  SignIns(SessionRepository sessions, SessionSettings settings, KnownSessions known, Audit audit) {
    this.sessions = sessions;
    this.settings = settings;
    this.known = known;
    this.audit = audit;
  }

  /** The browser that signs in: its name, and the token of the session that it had before. */
  record Browser(String device, Optional<String> former) {}

  /** Opens a session of the holder of a key; returns its token. */
  String byKey(Tx tx, KeyCheck.Holder holder, Browser browser) {
    return open(tx, holder.identity(), holder.id(), browser, "key " + holder.id());
  }

  /** Opens a session of the person of a link; returns its token. */
  String byLink(Tx tx, SignInLinkRepository.Link link, Browser browser) {
    Identity person = new Identity(Principal.Kind.PERSON, link.person(), List.of());
    return open(tx, person, null, browser, "link " + link.id());
  }

  private String open(Tx tx, Identity who, @Nullable String key, Browser browser, String by) {
    browser.former().ifPresent(token -> close(tx, token));
    UUID id = Ids.next();
    String token = RandomToken.generate();
    sessions.add(tx, id, token, who, key, browser.device(), tx.now().plus(settings.longest()));
    sessions.endAllBut(tx, who, MOST);
    audit.record(tx, who.getName(), "sign-in", id.toString(), browser.device() + ", by " + by);
    return token;
  }

  /** Ends the session of a token; does nothing when it opens none. */
  void close(Tx tx, String token) {
    sessions
        .endOfToken(tx, token)
        .ifPresent(
            ended ->
                audit.record(
                    tx,
                    ended.kind() + ":" + ended.principal(),
                    "sign-out",
                    ended.id().toString(),
                    ended.device()));
    tx.afterCommit(known::forget);
  }
}
