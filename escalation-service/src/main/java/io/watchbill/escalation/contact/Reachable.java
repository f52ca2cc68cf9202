package io.watchbill.escalation.contact;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A contact method by which a page can reach its target.
 *
 * @param method id, unique for the target
 * @param delay from the page
 */
public record Reachable(
    String method, String kind, String address, @Nullable String secret, Duration delay) {}
