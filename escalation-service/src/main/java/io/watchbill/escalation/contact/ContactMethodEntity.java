package io.watchbill.escalation.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A contact method of a person. */
@Entity
@Table(name = "contact_method")
@IdClass(ContactMethodEntity.Key.class)
class ContactMethodEntity {
  @Id String person;
  @Id String id;
  String kind;
  String address;
  @Nullable String secret;

  @Column(name = "verified_at")
  @Nullable Instant verifiedAt;

  @Version long version;

  record Key(String person, String id) implements Serializable {}
}
