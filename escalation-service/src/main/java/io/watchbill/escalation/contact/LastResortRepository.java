package io.watchbill.escalation.contact;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads and writes the last-resort contact. */
@ApplicationScoped
class LastResortRepository implements PanacheRepositoryBase<LastResortEntity, Boolean> {}
