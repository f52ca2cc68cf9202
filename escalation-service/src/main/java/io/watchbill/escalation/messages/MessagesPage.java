package io.watchbill.escalation.messages;

import java.util.List;
import java.util.Optional;

/**
 * What the message log shows.
 *
 * @param rows the newest first
 * @param next the query of the next part of the list
 */
public record MessagesPage(MessageFilter filter, List<MessageRow> rows, Optional<String> next) {}
