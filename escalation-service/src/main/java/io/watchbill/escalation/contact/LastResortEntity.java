package io.watchbill.escalation.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** The last-resort contact; one row or none. */
@Entity
@Table(name = "last_resort")
class LastResortEntity {
  @Id
  @Column(name = "only_one")
  boolean onlyOne;

  String kind;
  String address;
  @Nullable String secret;
  @Version long version;
}
