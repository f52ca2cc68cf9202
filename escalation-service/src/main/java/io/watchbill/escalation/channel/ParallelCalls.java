package io.watchbill.escalation.channel;

/**
 * How many calls of a channel run at once in one process.
 *
 * @param all of the channel
 * @param perProvider of those, to one provider
 */
public record ParallelCalls(int all, int perProvider) {}
