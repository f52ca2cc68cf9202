package io.watchbill.escalation.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A policy as it is shown, with what its {@code ETag} is made of. */
record StoredPolicy(ObjectNode document, long version, boolean created) {}
