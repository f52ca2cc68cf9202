package io.watchbill.kit.idempotency;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Failures;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.json.Json;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a POST that is sent twice take effect once (draft-ietf-httpapi-idempotency-key-header).
 *
 * <p>The key is stored in the transaction of the effect; a repetition gets the stored answer. Keys
 * are kept for a day. Scope of a key: caller and route.
 */
@ApplicationScoped
public class IdempotencyKeys {
  private static final Duration KEPT = Duration.ofDays(1);
  private static final int SOME = 2_000;
  private static final int MAX_LENGTH = 255;

  private final Database database;
  private final Json json;

  IdempotencyKeys(Database database, Json json) {
    this.database = database;
    this.json = json;
  }

  /**
   * Runs the effect once for a key, or always when there is none.
   *
   * @param header value of {@code Idempotency-Key}, quoted or bare, or null
   * @param caller who asks
   * @param route of what is asked, with its path parameters
   * @param request the request's body: the same key with another one is refused
   */
  public Response once(
      @Nullable String header,
      String caller,
      String route,
      Object request,
      Function<Tx, Answer> effect) {
    if (header == null || header.isBlank()) {
      return respond(database.inTransaction(effect));
    }
    Key key = new Key(caller, route, token(header), fingerprint(json.write(request)));
    try {
      return database.inTransaction(tx -> find(tx, key).orElseGet(() -> run(tx, key, effect)));
    } catch (RuntimeException e) {
      if (Failures.isDuplicate(e)) {
        // The same request at the same time came first, or the effect itself met a duplicate.
        return database.read(tx -> find(tx, key)).orElseThrow(() -> e);
      }
      throw e;
    }
  }

  private Response run(Tx tx, Key key, Function<Tx, Answer> effect) {
    Answer answer = effect.apply(tx);
    tx.update(
        """
        INSERT INTO idempotency_key (caller, route, key, fingerprint, status, body, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """,
        key.caller,
        key.route,
        key.token,
        io.vertx.mutiny.core.buffer.Buffer.buffer(key.fingerprint).getDelegate(),
        (short) answer.status(),
        json.write(answer.stored()),
        tx.now());
    return respond(answer);
  }

  private Optional<Response> find(Tx tx, Key key) {
    return tx.one(
            """
            SELECT fingerprint, status, body
              FROM idempotency_key
             WHERE caller = $1 AND route = $2 AND key = $3
            """,
            key.caller,
            key.route,
            key.token)
        .map(row -> repeat(row, key));
  }

  private Response repeat(Row row, Key key) {
    byte[] stored = row.getBuffer("fingerprint").getBytes();
    if (!MessageDigest.isEqual(stored, key.fingerprint)) {
      throw new Problem(
          KitError.KEY_REUSED, "This Idempotency-Key came before with another request.");
    }
    return Response.status(row.getShort("status"))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header("Idempotency-Replayed", "true")
        .entity(row.getString("body"))
        .build();
  }

  @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void forget() {
    int forgotten;
    do {
      forgotten = database.inTransaction(IdempotencyKeys::forgetSome);
    } while (forgotten == SOME);
  }

  private static int forgetSome(Tx tx) {
    return tx.update(
        """
        DELETE FROM idempotency_key
         WHERE (caller, route, key) IN (
                 SELECT caller, route, key FROM idempotency_key
                  WHERE created_at < $1
                  LIMIT $2 FOR UPDATE SKIP LOCKED)
        """,
        tx.now().minus(KEPT),
        (long) SOME);
  }

  private static Response respond(Answer answer) {
    Response.ResponseBuilder response =
        Response.status(answer.status())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(answer.body());
    if (answer.location() != null) {
      response.header(HttpHeaders.LOCATION, answer.location());
    }
    return response.build();
  }

  private static String token(String header) {
    String token = header.strip();
    if (token.length() >= 2 && token.startsWith("\"") && token.endsWith("\"")) {
      token = token.substring(1, token.length() - 1);
    }
    if (token.isEmpty() || token.length() > MAX_LENGTH) {
      throw Problem.invalid(
          "Idempotency-Key", "The key is a string of 1 to " + MAX_LENGTH + " characters.");
    }
    return token;
  }

  private static byte[] fingerprint(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Key(String caller, String route, String token, byte[] fingerprint) {}
}
