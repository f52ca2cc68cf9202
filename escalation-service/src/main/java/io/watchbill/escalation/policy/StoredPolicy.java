package io.watchbill.escalation.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A policy in the API, with the version for its {@code ETag}. */
public record StoredPolicy(ObjectNode document, long version, boolean created) {}
