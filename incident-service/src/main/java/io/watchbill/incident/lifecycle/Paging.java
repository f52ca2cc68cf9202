package io.watchbill.incident.lifecycle;

/** What a decision means for paging. */
public enum Paging {
  /** Nothing that a page depends on has changed. */
  NOTHING,
  /** Facts changed: conditions of steps may now hold, or pages be dropped. */
  UPDATE,
  /** Somebody must be paged now. */
  TRIGGER
}
