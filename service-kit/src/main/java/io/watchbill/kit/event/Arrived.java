package io.watchbill.kit.event;

/** An event, its place in the batch and who takes it. */
record Arrived(int place, CloudEvent event, EventConsumer consumer) {
  /** Returns what events share that are processed in order: a subject, or the type of a batch. */
  String line() {
    return consumer instanceof BatchConsumer ? event.type() : "/" + event.subject();
  }
}
