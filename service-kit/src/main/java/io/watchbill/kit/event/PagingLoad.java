package io.watchbill.kit.event;

/**
 * Says whether what is more urgent than any record is under way, pages above all: events of {@link
 * OutboxMessage#RECORD} wait meanwhile, though not for long. A service has one, or none.
 */
public interface PagingLoad {
  boolean isOn();
}
