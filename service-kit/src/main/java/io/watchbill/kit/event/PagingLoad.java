package io.watchbill.kit.event;

/**
 * Says whether urgent work is under way, pages above all: events of {@link OutboxMessage#RECORD}
 * wait meanwhile, for a limited time. A service has at most one.
 */
public interface PagingLoad {
  boolean isOn();
}
