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
import io.watchbill.rotation.input.Moment;
import io.watchbill.rotation.person.KnownPeople;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Keys: made, listed and revoked; a secret leaves once. */
@ApplicationScoped
public class KeyService {
  private static final Set<String> INTEGRATION_SCOPES = Set.of("ingest");
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{1,32}");

  private final Database database;
  private final KeyRepository keys;
  private final KnownPeople people;
  private final ConfiguredKeys configured;
  private final LastAdmin lastAdmin;
  private final Caller caller;

  KeyService(
      Database database,
      KeyRepository keys,
      KnownPeople people,
      ConfiguredKeys configured,
      LastAdmin lastAdmin,
      Caller caller) {
    this.configured = configured;
    this.lastAdmin = lastAdmin;
    this.database = database;
    this.keys = keys;
    this.people = people;
    this.caller = caller;
  }

  /** Makes a key in the transaction given; the answer has the secret. */
  KeyView mint(Tx tx, KeyRequest request) {
    Principal.Kind kind = Principal.Kind.valueOf(request.kind().toUpperCase(Locale.ROOT));
    checkCaller(kind);
    checkScopes(kind, request.scopes());
    if (kind == Principal.Kind.PERSON
        && !people.unknown(tx, Set.of(request.principal())).isEmpty()) {
      throw Problem.invalid("/principal", "there is no person '" + request.principal() + "'");
    }
    Instant expiresAt = Moment.optional("/expiresAt", request.expiresAt()).orElse(null);
    if (expiresAt != null && !expiresAt.isAfter(tx.now())) {
      throw Problem.invalid("/expiresAt", "a key expires in the future, or never");
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

  /** A service makes keys of integrations; all others are an admin's. */
  private void checkCaller(Principal.Kind wanted) {
    boolean service = caller.principal().kind() == Principal.Kind.SERVICE;
    if (service && wanted != Principal.Kind.INTEGRATION) {
      throw new Problem(
          KitError.FORBIDDEN, "A service makes keys of kind 'integration' and no others.");
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
              "/scopes", "a key of this kind has the rights of its principal, no scopes");
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

  Slice<KeyView> list(SliceRequest page, Optional<String> kind, Optional<String> principal) {
    String after = page.after().orElse("");
    if (!after.isEmpty() && !ID.matcher(after).matches()) {
      throw SliceRequest.invalidCursor();
    }
    return database.read(
        tx ->
            Slice.of(
                keys.after(tx, after, kind, principal, page.limitPlusOne()), page, KeyView::id));
  }

  /** Ends a key. A service ends those of integrations, which it may have made. */
  void revoke(String id) {
    if (!ID.matcher(id).matches()) {
      throw Problem.notFound("key", id);
    }
    if (configured.has(id)) {
      throw new Problem(
          RotationError.KEY_CONFIGURED,
          "The key stands in the configuration and would be missed at once. Put another one there"
              + " and restart; then this one can be revoked (docs/operating.md, \"Keys and"
              + " secrets\").");
    }
    database.run(
        tx -> {
          String kind = keys.kind(tx, id).orElseThrow(() -> Problem.notFound("key", id));
          if (caller.principal().kind() == Principal.Kind.SERVICE
              && !kind.equals(Principal.Kind.INTEGRATION.wire())) {
            throw new Problem(KitError.FORBIDDEN, "A service ends keys of integrations only.");
          }
          lastAdmin.outlives(tx, () -> keys.revoke(tx, id));
        });
  }
}
