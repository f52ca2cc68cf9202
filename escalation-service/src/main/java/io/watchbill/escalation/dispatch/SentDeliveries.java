package io.watchbill.escalation.dispatch;

import io.watchbill.escalation.channel.SendResult;
import io.watchbill.escalation.delivery.Claimed;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.DatabaseUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Records sent deliveries. Those whose calls end during a commit are recorded together by the next
 * one: a flood of pages costs a few transactions, and a single page does not wait.
 */
@ApplicationScoped
class SentDeliveries {
  private static final int MOST = 200;
  private static final RuntimeException NOT_RECORDED =
      new IllegalStateException("its result was not recorded");

  private final Database database;
  private final Results results;
  private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock committing = new ReentrantLock();

  SentDeliveries(Database database, Results results) {
    this.database = database;
    this.results = results;
  }

  /** A result and whether it is committed. */
  private record Waiting(
      Claimed delivery, SendResult.Done done, CompletableFuture<Void> committed) {}

  /** Returns when the result is committed; throws the failure if it cannot be. */
  void record(Claimed delivery, SendResult.Done done) {
    Waiting mine = new Waiting(delivery, done, new CompletableFuture<>());
    waiting.add(mine);
    committing.lock();
    try {
      while (!mine.committed.isDone()) {
        commit(next());
      }
    } finally {
      committing.unlock();
    }
    mine.committed.join();
  }

  private List<Waiting> next() {
    List<Waiting> batch = new ArrayList<>();
    for (Waiting one = waiting.poll(); one != null; one = waiting.poll()) {
      batch.add(one);
      if (batch.size() == MOST) {
        break;
      }
    }
    return batch;
  }

  /** Commits a batch; if it fails, each by itself. */
  private void commit(List<Waiting> batch) {
    try {
      List<Claimed> deliveries = batch.stream().map(Waiting::delivery).toList();
      List<SendResult.Done> done = batch.stream().map(Waiting::done).toList();
      database.inTransaction(tx -> results.handedOver(tx, deliveries, done));
      batch.forEach(one -> one.committed.complete(null));
    } catch (DatabaseUnavailableException e) {
      batch.forEach(one -> one.committed.completeExceptionally(e));
    } catch (RuntimeException e) {
      batch.forEach(this::commitAlone);
    } finally {
      // If this thread failed, nobody must wait for a result that no thread holds.
      batch.forEach(one -> one.committed.completeExceptionally(NOT_RECORDED));
    }
  }

  private void commitAlone(Waiting one) {
    try {
      database.inTransaction(tx -> results.record(tx, one.delivery, one.done));
      one.committed.complete(null);
    } catch (RuntimeException e) {
      one.committed.completeExceptionally(e);
    }
  }
}
