package io.watchbill.rotation.feed;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.input.Uuid;
import io.watchbill.rotation.person.Acting;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates, reads and revokes calendar feeds. */
@ApplicationScoped
public class FeedService {
  private static final int MOST_SHOWN = 100;

  private final Database database;
  private final FeedRepository feeds;
  private final FeedChecks checks;
  private final FeedFiles files;
  private final Acting acting;
  private final Caller caller;

  FeedService(
      Database database,
      FeedRepository feeds,
      FeedChecks checks,
      FeedFiles files,
      Acting acting,
      Caller caller) {
    this.database = database;
    this.feeds = feeds;
    this.checks = checks;
    this.files = files;
    this.acting = acting;
    this.caller = caller;
  }

  Feed make(Tx tx, FeedBody body, String token) {
    checks.check(tx, body);
    Feed feed =
        new Feed(
            Ids.next(),
            body.rotation(),
            body.role(),
            body.person(),
            caller.name(),
            tx.now(),
            null,
            null);
    feeds.add(tx, feed, FeedToken.hash(token));
    return feed;
  }

  /**
   * Returns the file of a token; the ETag stays the same for a day while nothing changes. Empty
   * when the token is unknown or revoked.
   */
  Optional<FeedFiles.Tagged> read(String token, @Nullable String ifNoneMatch) {
    return database.read(
        tx ->
            feeds.ofToken(tx, FeedToken.hash(token)).map(feed -> files.of(tx, feed, ifNoneMatch)));
  }

  /** Returns the first feeds that the caller has made. */
  public List<Feed> own() {
    return database.read(tx -> feeds.list(tx, Optional.of(caller.name()), null, MOST_SHOWN));
  }

  /** Returns the caller's own feeds, and everybody's to admins. */
  Slice<Feed> list(SliceRequest page) {
    Optional<String> author =
        caller.principal().may(Rights.ADMIN, "") ? Optional.empty() : Optional.of(caller.name());
    UUID after = Uuid.after(page);
    return database.read(
        tx ->
            Slice.of(
                feeds.list(tx, author, after, page.limitPlusOne()),
                page,
                feed -> feed.id().toString()));
  }

  /** Revokes a feed; allowed for its author, the person whose shifts it shows, and admins. */
  public void revoke(UUID id) {
    database.run(
        tx -> {
          Feed feed = feeds.find(tx, id).orElseThrow(() -> Problem.notFound("feed", id));
          boolean own =
              feed.author().equals(caller.name())
                  || (feed.person() != null && acting.is(feed.person()));
          if (!own) {
            caller.require(Rights.ADMIN, "");
          }
          feeds.revoke(tx, id);
        });
  }
}
