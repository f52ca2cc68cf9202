package io.watchbill.escalation.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A notification rule: a contact method and its delay. */
@Entity
@Table(name = "notification_rule")
@IdClass(NotificationRuleEntity.Key.class)
class NotificationRuleEntity {
  @Id String person;
  @Id int position;
  String method;

  @Column(name = "delay_seconds")
  long delaySeconds;

  record Key(String person, int position) implements Serializable {}
}
