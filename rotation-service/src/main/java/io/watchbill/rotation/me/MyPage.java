package io.watchbill.rotation.me;

import io.watchbill.kit.page.Refusal;
import io.watchbill.rotation.board.TeamOnCall;
import io.watchbill.rotation.feed.Feed;
import io.watchbill.rotation.handover.Requests;
import io.watchbill.rotation.key.KeyView;
import io.watchbill.rotation.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the page of a person shows them.
 *
 * @param revision which state of name and zone the form was filled from
 * @param onCall the roles that they hold now
 * @param shifts the next ones, by their begin
 * @param current the session by which they came
 * @param once makes two presses one key or calendar
 */
public record MyPage(
    String person,
    String name,
    String timeZone,
    String revision,
    List<TeamOnCall> onCall,
    List<MyShift> shifts,
    Requests requests,
    List<Feed> feeds,
    List<Session> sessions,
    Optional<UUID> current,
    List<KeyView> keys,
    Optional<Refusal> refusal,
    String once) {

  /** Returns whether a session is the one by which they came. */
  public boolean isCurrent(Session session) {
    return current.filter(session.id()::equals).isPresent();
  }

  /** Returns what was typed into a field of a form that was refused. */
  public String typed(String field) {
    return refusal.map(refused -> refused.typed(field)).orElse("");
  }

  /** Returns what the field of their name holds. */
  public String nameTyped() {
    return typed("name", name);
  }

  /** Returns what the field of their time zone holds. */
  public String zoneTyped() {
    return typed("timeZone", timeZone);
  }

  private String typed(String field, String stored) {
    return refusal.map(refused -> refused.typed().getOrDefault(field, stored)).orElse(stored);
  }

  /** Returns what is wrong with a field. */
  public String wrong(String field) {
    return refusal.map(refused -> refused.at(field)).orElse("");
  }
}
