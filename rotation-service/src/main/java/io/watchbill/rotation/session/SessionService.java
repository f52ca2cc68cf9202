package io.watchbill.rotation.session;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.KnownSessions;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.access.SessionSettings;
import io.watchbill.kit.audit.Audit;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.input.Uuid;
import io.watchbill.rotation.person.Acting;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists and ends sessions: one's own, and anybody's for admins. */
@ApplicationScoped
public class SessionService {
  private final Database database;
  private final SessionRepository sessions;
  private final SessionSettings settings;
  private final KnownSessions known;
  private final Audit audit;
  private final Acting acting;
  private final Caller caller;

  SessionService(
      Database database,
      SessionRepository sessions,
      SessionSettings settings,
      KnownSessions known,
      Audit audit,
      Acting acting,
      Caller caller) {
    this.database = database;
    this.sessions = sessions;
    this.settings = settings;
    this.known = known;
    this.audit = audit;
    this.acting = acting;
    this.caller = caller;
  }

  /**
   * Returns valid sessions, newest first.
   *
   * @param person whose; null: the caller's own
   */
  public Slice<Session> list(SliceRequest page, @Nullable String person) {
    if (person != null && !acting.is(person)) {
      demandAdmin();
    }
    String kind = person == null ? signedIn().kind().wire() : Principal.Kind.PERSON.wire();
    String principal = person == null ? caller.id() : person;
    UUID before = Uuid.after(page);
    return database.read(
        tx ->
            Slice.of(
                sessions.list(tx, kind, principal, settings.idle(), before, page.limitPlusOne()),
                page,
                session -> session.id().toString()));
  }

  /** Returns the session by which the caller came. */
  Session current() {
    UUID id =
        caller
            .session()
            .orElseThrow(
                () ->
                    new Problem(KitError.NOT_FOUND, "The request came with a key, by no session."));
    return database.read(
        tx -> sessions.find(tx, id).orElseThrow(() -> Problem.notFound("session", id)));
  }

  /** Ends a session; does nothing when it had ended before. */
  public void end(UUID id) {
    database.run(
        tx -> {
          Session session =
              sessions.find(tx, id).orElseThrow(() -> Problem.notFound("session", id));
          if (!session.isOf(signedIn())) {
            demandAdmin();
          }
          if (sessions.end(tx, id)) {
            String whose = session.kind() + ":" + session.principal();
            audit.record(tx, caller.name(), "end-session", id.toString(), "of " + whose);
          }
          tx.afterCommit(known::forget);
        });
  }

  private void demandAdmin() {
    caller.requireFor(Rights.ADMIN, Optional.empty());
  }

  private Principal signedIn() {
    return switch (caller.principal().kind()) {
      case PERSON, AUTOMATION -> caller.principal();
      case INTEGRATION, SERVICE ->
          throw new Problem(KitError.FORBIDDEN, "Only people and automations sign in.");
    };
  }
}
