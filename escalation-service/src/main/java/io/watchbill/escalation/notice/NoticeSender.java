package io.watchbill.escalation.notice;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.watchbill.escalation.channel.ChannelSettings;
import io.watchbill.escalation.channel.Channels;
import io.watchbill.escalation.channel.SendResult;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.loop.Loop;
import io.watchbill.kit.loop.Loops;
import io.watchbill.kit.metric.Counters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends notices, few at once so that pages go first, and retries for an hour. Deliveries of a
 * process that died are sent again, marked.
 */
@ApplicationScoped
class NoticeSender {
  private static final Logger LOG = Logger.getLogger(NoticeSender.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofSeconds(15);
  private static final int PARALLEL = 16;

  private final Database database;
  private final NoticeRepository notices;
  private final Loops loops;
  private final Duration lease;
  private final Channels channels;
  private final Counters counts;
  private final AtomicInteger sending = new AtomicInteger();
  private volatile @Nullable Loop loop;

  NoticeSender(
      Database database,
      NoticeRepository notices,
      Loops loops,
      ChannelSettings settings,
      Channels channels,
      MeterRegistry metrics) {
    this.database = database;
    this.notices = notices;
    this.loops = loops;
    this.lease = settings.timeout().multipliedBy(3);
    this.channels = channels;
    this.counts =
        Counters.of(
            metrics,
            "watchbill.notices",
            "Deliveries of notices that ended",
            "outcome",
            List.of(NoticeEnd.SENT.wire(), NoticeEnd.FAILED.wire()));
  }

  void start(@Observes StartupEvent event) {
    loop = loops.start("notices", POLL, this::sendDue);
  }

  void nudge() {
    if (loop != null) {
      loop.nudge();
    }
  }

  private boolean sendDue() {
    int free = PARALLEL - sending.get();
    long asked = System.nanoTime();
    List<Claim> claims =
        database.inTransaction(tx -> notices.claim(tx, channels.kinds(), free, lease));
    claims.forEach(claim -> start(claim, asked));
    failUnknown();
    return false;
  }

  /** Fails deliveries of kinds that no replica has. */
  private void failUnknown() {
    List<String> failed = database.inTransaction(tx -> notices.failUnknown(tx, channels.kinds()));
    for (String kind : failed) {
      counts.increment(NoticeEnd.FAILED.wire());
      LOG.errorf("a notice was not sent: no replica has the channel '%s'", kind);
    }
  }

  private void start(Claim claim, long asked) {
    sending.incrementAndGet();
    Thread.ofVirtual()
        .name("notice-" + claim.message().envelope().delivery())
        .start(
            () -> {
              try {
                send(claim, asked);
              } catch (RuntimeException e) {
                LOG.warnf(
                    "notice %s will be retried when its lease ends: %s",
                    claim.message().notice(), e);
              } finally {
                sending.decrementAndGet();
                nudge();
              }
            });
  }

  /** Sends a delivery, unless this process stood still for longer than the lease. */
  private void send(Claim claim, long asked) {
    if (System.nanoTime() - asked >= lease.toNanos()) {
      return;
    }
    SendResult result = trySending(claim);
    database.run(
        tx -> {
          record(tx, claim, result);
        });
  }

  /** Calls the channel; an exception counts as a failed attempt. */
  private SendResult trySending(Claim claim) {
    try {
      return channels.require(claim.kind()).send(claim.message());
    } catch (RuntimeException e) {
      LOG.errorf(e, "notice %s cannot be sent by %s", claim.message().notice(), claim.kind());
      return new SendResult.Failed("internal error: " + e.getClass().getSimpleName());
    }
  }

  private void record(Tx tx, Claim claim, SendResult result) {
    switch (result) {
      case SendResult.Done done -> ended(tx, claim, NoticeEnd.SENT, done.detail());
      case SendResult.Refused refused -> ended(tx, claim, NoticeEnd.FAILED, refused.detail());
      case SendResult.Failed failed -> again(tx, claim, failed.detail(), false);
      case SendResult.Unknown unknown -> again(tx, claim, unknown.detail(), true);
    }
  }

  private void again(Tx tx, Claim claim, String detail, boolean unknown) {
    Instant next = tx.now().plus(PAUSE.multipliedBy(claim.attempt()));
    if (next.isAfter(claim.giveUpAt())) {
      ended(tx, claim, NoticeEnd.FAILED, detail);
    } else {
      notices.again(tx, claim, detail, next, unknown);
    }
  }

  private void ended(Tx tx, Claim claim, NoticeEnd end, String detail) {
    notices.ended(tx, claim, end, detail);
    tx.afterCommit(() -> counts.increment(end.wire()));
    LOG.infof(
        "notice %s to %s by %s: %s",
        claim.message().notice(), claim.message().person(), claim.kind(), end.wire());
  }
}
