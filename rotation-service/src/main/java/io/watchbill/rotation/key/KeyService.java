package io.watchbill.rotation.key;

import io.watchbill.kit.access.ApiKey;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.RotationError;
import io.watchbill.rotation.input.Instants;
import io.watchbill.rotation.person.KnownPeople;
import io.watchbill.rotation.session.EndOfSessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Creates, lists and revokes keys; a secret is returned once. */
@ApplicationScoped
public class KeyService {
  private static final int MOST_SHOWN = 500;

  /** People make keys themselves: far more than anybody has programs. */
  private static final int MOST_OF_PERSON = 100;

  private static final Set<String> INTEGRATION_SCOPES = Set.of("ingest");
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{1,32}");

  private final Database database;
  private final KeyRepository keys;
  private final EndOfSessions sessions;
  private final KnownPeople people;
  private final ConfiguredKeys configured;
  private final LastAdmin lastAdmin;
  private final Caller caller;

  KeyService(
      Database database,
      KeyRepository keys,
      EndOfSessions sessions,
      KnownPeople people,
      ConfiguredKeys configured,
      LastAdmin lastAdmin,
      Caller caller) {
    this.configured = configured;
    this.lastAdmin = lastAdmin;
    this.database = database;
    this.keys = keys;
    this.sessions = sessions;
    this.people = people;
    this.caller = caller;
  }

  /** Creates a key in the given transaction; the result has the secret. */
  KeyView mint(Tx tx, KeyRequest request) {
    Principal.Kind kind = Principal.Kind.valueOf(request.kind().toUpperCase(Locale.ROOT));
    checkScopes(kind, request.scopes());
    if (kind == Principal.Kind.PERSON
        && !people.unknown(tx, Set.of(request.principal())).isEmpty()) {
      throw Problem.invalid("/principal", "there is no person '" + request.principal() + "'");
    }
    if (kind == Principal.Kind.PERSON && keys.recent(tx, request.principal()) >= MOST_OF_PERSON) {
      throw new Problem(
          KitError.CONFLICT,
          "A person has at most "
              + MOST_OF_PERSON
              + " keys; those made and revoked within a day count, too.");
    }
    Instant expiresAt = Instants.optional("/expiresAt", request.expiresAt()).orElse(null);
    if (expiresAt != null && !expiresAt.isAfter(tx.now())) {
      throw Problem.invalid("/expiresAt", "a key must expire in the future, or never");
    }
    ApiKey key = ApiKey.generate(kind);
    KeyView view =
        new KeyView(
            key.id(),
            key.text(),
            request.kind(),
            request.principal(),
            request.scopes(),
            tx.now(),
            expiresAt,
            null,
            null);
    keys.add(tx, key, view);
    return view;
  }

  /**
   * Throws unless the caller may create such keys: services for integrations, people for
   * themselves, admins for all.
   */
  void demandMaking(KeyRequest wanted) {
    if (caller.principal().kind() != Principal.Kind.SERVICE) {
      demandAdminOr(isOwn(wanted.kind(), wanted.principal()));
    } else if (!wanted.kind().equals(Principal.Kind.INTEGRATION.wire())) {
      throw new Problem(
          KitError.FORBIDDEN, "A service may only create keys of kind 'integration'.");
    }
  }

  private boolean isOwn(String kind, String principal) {
    return caller.principal().kind() == Principal.Kind.PERSON
        && kind.equals(Principal.Kind.PERSON.wire())
        && principal.equals(caller.id());
  }

  private void demandAdminOr(boolean allowed) {
    if (!allowed && !caller.principal().isAdmin()) {
      throw new Problem(
          KitError.FORBIDDEN, "People have rights over their own keys; others need 'admin'.");
    }
  }

  private static void checkScopes(Principal.Kind kind, List<String> scopes) {
    switch (kind) {
      case AUTOMATION -> {
        if (scopes.isEmpty()) {
          throw Problem.invalid(
              "/scopes", "an automation needs scopes; allowed are " + Rights.grantable());
        }
        checkAllowed(scopes, Set.copyOf(Rights.grantable()));
      }
      case INTEGRATION -> checkAllowed(scopes, INTEGRATION_SCOPES);
      case PERSON, SERVICE -> {
        if (!scopes.isEmpty()) {
          throw Problem.invalid(
              "/scopes", "a key of this kind has the rights of its principal and takes no scopes");
        }
      }
    }
  }

  private static void checkAllowed(List<String> scopes, Set<String> allowed) {
    for (int i = 0; i < scopes.size(); i++) {
      if (!allowed.contains(scopes.get(i))) {
        throw Problem.invalid(
            "/scopes/" + i, "there is no scope '" + scopes.get(i) + "'; allowed are " + allowed);
      }
    }
  }

  /** Returns the first keys of a principal that are not revoked, to those who may see them. */
  public List<KeyView> unrevoked(String kind, String principal) {
    demandAdminOr(isOwn(kind, principal));
    return database
        .read(tx -> keys.after(tx, "", Optional.of(kind), Optional.of(principal), MOST_SHOWN))
        .stream()
        .filter(key -> key.revokedAt() == null)
        .toList();
  }

  /** Returns the keys of a kind and a principal, or all: people their own, admins any. */
  public Slice<KeyView> list(SliceRequest page, Optional<String> kind, Optional<String> principal) {
    demandAdminOr(isOwn(kind.orElse(""), principal.orElse("")));
    String after = page.after().orElse("");
    if (!after.isEmpty() && !ID.matcher(after).matches()) {
      throw SliceRequest.invalidCursor();
    }
    return database.read(
        tx ->
            Slice.of(
                keys.after(tx, after, kind, principal, page.limitPlusOne()), page, KeyView::id));
  }

  /**
   * Revokes a key and ends its sessions. A service may revoke those of integrations, which it may
   * have created; people may revoke their own.
   */
  public void revoke(String id) {
    if (!ID.matcher(id).matches()) {
      throw Problem.notFound("key", id);
    }
    if (configured.has(id)) {
      throw new Problem(
          RotationError.KEY_CONFIGURED,
          "The key is part of the configuration and would be missed at once. Configure "
              + "another one and restart; then this one can be revoked (docs/operating.md, "
              + "\"Keys and secrets\").");
    }
    database.run(
        tx -> {
          Optional<KeyRepository.Holder> holder = keys.holder(tx, id);
          demandRevoking(holder);
          if (holder.isEmpty()) {
            throw Problem.notFound("key", id);
          }
          lastAdmin.outlives(tx, () -> keys.revoke(tx, id));
          sessions.ofKey(tx, id);
        });
  }

  private void demandRevoking(Optional<KeyRepository.Holder> holder) {
    if (caller.principal().kind() != Principal.Kind.SERVICE) {
      demandAdminOr(holder.filter(of -> isOwn(of.kind(), of.principal())).isPresent());
    } else if (holder
        .filter(of -> !of.kind().equals(Principal.Kind.INTEGRATION.wire()))
        .isPresent()) {
      throw new Problem(KitError.FORBIDDEN, "A service may only revoke keys of integrations.");
    }
  }
}
