package io.watchbill.rotation.oncall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request for the people on call.
 *
 * @param at now when empty
 * @param rotations all when empty
 * @param person only the roles of this person; no gaps then
 * @param ahead how many coming shifts to return for each item
 */
public record OnCallQuestion(
    Optional<Instant> at,
    List<String> rotations,
    Optional<String> team,
    Optional<String> person,
    Optional<String> role,
    int ahead) {}
