package io.watchbill.escalation.verification;

import io.watchbill.escalation.EscalationError;
import io.watchbill.escalation.channel.Channel;
import io.watchbill.escalation.channel.ChannelSettings;
import io.watchbill.escalation.channel.Channels;
import io.watchbill.escalation.channel.Envelope;
import io.watchbill.escalation.channel.NoticeMessage;
import io.watchbill.escalation.channel.SendResult;
import io.watchbill.escalation.contact.ContactBook;
import io.watchbill.escalation.contact.Reachable;
import io.watchbill.escalation.plan.wording.Names;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends codes and checks them. A code is sent while the caller waits, few at a time so that pages
 * go first.
 */
@ApplicationScoped
class Verifications {
  private static final Logger LOG = Logger.getLogger(Verifications.class);
  private static final int PARALLEL = 4;

  private final Database database;
  private final VerificationRepository verifications;
  private final ContactBook contacts;
  private final Codes codes;
  private final Duration patience;
  private final Channels channels;
  private final Names names;
  private final Semaphore room = new Semaphore(PARALLEL);

  Verifications(
      Database database,
      VerificationRepository verifications,
      ContactBook contacts,
      Codes codes,
      ChannelSettings settings,
      Channels channels,
      Names names) {
    this.database = database;
    this.verifications = verifications;
    this.contacts = contacts;
    this.codes = codes;
    this.patience = settings.timeout();
    this.channels = channels;
    this.names = names;
  }

  /** Sends a code to the method. */
  VerificationView send(String person, String method) {
    if (!hasRoom()) {
      throw new Problem(KitError.UNAVAILABLE, "Too many codes are being sent; try again.");
    }
    try {
      return sendNow(person, method);
    } finally {
      room.release();
    }
  }

  private boolean hasRoom() {
    try {
      return room.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private VerificationView sendNow(String person, String method) {
    String code = Codes.next();
    Reachable way = database.inTransaction(tx -> stored(tx, person, method, code));
    Instant now = database.read(Tx::now);
    Instant expires = now.plus(Limits.GOOD_FOR);
    SendResult result = channel(way).send(notice(person, method, way, code, now, expires));
    LOG.infof("code for contact method %s of %s: %s", method, person, result.detail());
    return switch (result) {
      case SendResult.Done done -> new VerificationView(expires, Limits.ATTEMPTS, done.detail());
      case SendResult.Unknown unknown ->
          new VerificationView(expires, Limits.ATTEMPTS, unknown.detail());
      case SendResult.Failed failed -> throw notSent(failed.detail());
      case SendResult.Refused refused -> throw notSent(refused.detail());
    };
  }

  private Reachable stored(Tx tx, String person, String method, String code) {
    verifications.forget(tx);
    Reachable way = found(tx, person, method);
    if (!verifications.send(tx, person, method, codes.hash(person, method, way.address(), code))) {
      throw new Problem(
          EscalationError.TOO_MANY_CODES,
          "A contact method gets a code once a minute, and at most "
              + Limits.IN_AN_HOUR
              + " in an hour.");
    }
    return way;
  }

  private Reachable found(Tx tx, String person, String method) {
    return contacts
        .method(tx, person, method)
        .orElseThrow(() -> Problem.notFound("contact method", method));
  }

  private Channel channel(Reachable way) {
    return channels
        .find(way.kind())
        .orElseThrow(() -> notSent("this service has no channel '" + way.kind() + "'"));
  }

  private NoticeMessage notice(
      String person, String method, Reachable way, String code, Instant now, Instant expires) {
    return new NoticeMessage(
        new Envelope(Ids.next(), way.address(), way.secret(), false, null),
        Ids.next(),
        "verification",
        person,
        names.person(person),
        "Your code for Watchbill",
        "Code: %s\n\nEnter it to show that '%s' reaches %s. It expires in %d minutes. If you did not ask for it, ignore this message."
            .formatted(code, method, names.person(person), Limits.GOOD_FOR.toMinutes()),
        expires,
        now);
  }

  private static Problem notSent(String detail) {
    return new Problem(EscalationError.CODE_NOT_SENT, "The code was not sent: " + detail);
  }

  /**
   * Checks a code.
   *
   * @return when the method was verified
   */
  Instant verify(String person, String method, String code) {
    Attempt attempt = database.inTransaction(tx -> attempt(tx, person, method, code));
    return switch (attempt) {
      case Attempt.Verified verified -> {
        LOG.infof("contact method %s of %s is verified", method, person);
        yield verified.at();
      }
      case Attempt.Wrong wrong ->
          throw Problem.invalid("/code", "Wrong code; attempts left: " + wrong.left() + ".");
      case Attempt.Nothing nothing ->
          throw new Problem(
              EscalationError.NO_CODE_TO_TRY,
              "No code was sent, it has expired, or it was tried too often: request a new one.");
    };
  }

  private Attempt attempt(Tx tx, String person, String method, String code) {
    Reachable way = found(tx, person, method);
    Optional<VerificationRepository.Tried> tried = verifications.attempt(tx, person, method);
    if (tried.isEmpty()) {
      return new Attempt.Nothing();
    }
    if (!codes.fits(tried.get().hash(), person, method, way.address(), code)) {
      return new Attempt.Wrong(tried.get().left());
    }
    contacts.verified(tx, person, way);
    return new Attempt.Verified(tx.now());
  }

  /** The result of checking a code. */
  private sealed interface Attempt {
    record Verified(Instant at) implements Attempt {}

    record Wrong(int left) implements Attempt {}

    record Nothing() implements Attempt {}
  }
}
