package io.watchbill.escalation.policy;

/**
 * An in-process event after a commit: a policy was put, so the rotations that it names must be
 * cached.
 */
public record PolicyChanged(String id) {}
