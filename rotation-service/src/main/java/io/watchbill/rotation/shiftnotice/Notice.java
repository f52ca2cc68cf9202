package io.watchbill.rotation.shiftnotice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that a person should hear of without being paged for it.
 *
 * @param id the same however often it is sent
 * @param kind such as {@code shift-begins}
 * @param person who is told; null when it is whoever holds the role then
 * @param rotation what it is about; null when it is about no single rotation
 * @param role whose holder is told, when no person is named
 * @param team that answers for the rotation
 * @param title one line
 * @param text a few sentences
 * @param at the instant it is about
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Notice(
    UUID id,
    String kind,
    String person,
    String rotation,
    String role,
    String team,
    String title,
    String text,
    Instant at) {}
