package io.watchbill.rotation.oncall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who is asked for.
 *
 * @param at now when empty
 * @param rotations all of them when there is none
 * @param person only what they hold; gaps are nobody's
 * @param ahead how many shifts to come each answer names
 */
record OnCallQuestion(
    Optional<Instant> at,
    List<String> rotations,
    Optional<String> team,
    Optional<String> person,
    Optional<String> role,
    int ahead) {}
