package io.watchbill.escalation.recipient;

import io.quarkus.qute.TemplateData;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.escalation.plan.wording.Names;

/**
 * Who or what a page is for.
 *
 * @param id of the person or webhook; of the last resort the kind of alarm
 */
@TemplateData
public record PageTarget(TargetKind kind, String id) {

  public static PageTarget person(String id) {
    return new PageTarget(TargetKind.PERSON, id);
  }

  public static PageTarget webhook(String id) {
    return new PageTarget(TargetKind.WEBHOOK, id);
  }

  public static PageTarget lastResort(String alarm) {
    return new PageTarget(TargetKind.LAST_RESORT, alarm);
  }

  /** Reads the columns {@code target_kind} and {@code target}. */
  public static PageTarget of(Row row) {
    return new PageTarget(TargetKind.of(row.getString("target_kind")), row.getString("target"));
  }

  public boolean isPerson(String person) {
    return kind == TargetKind.PERSON && id.equals(person);
  }

  /** Returns the target as texts and lists name it: a person's id, {@code webhook:<id>}. */
  public String text() {
    return kind == TargetKind.PERSON ? id : kind.wire() + ":" + id;
  }

  public boolean isWebhook() {
    return kind == TargetKind.WEBHOOK;
  }

  /** Returns the target in a sentence: "Bob", "webhook siem", "the last-resort contact". */
  public String spoken(Names names) {
    return switch (kind) {
      case PERSON -> names.person(id);
      case WEBHOOK -> "webhook " + id;
      case LAST_RESORT -> "the last-resort contact";
    };
  }

  @Override
  public String toString() {
    return text();
  }
}
