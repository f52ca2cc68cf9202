package io.watchbill.escalation.policy;

/** A policy was put: rotations that it names must be kept. Fired in-process, after the commit. */
public record PolicyChanged(String id) {}
