package io.watchbill.rotation.shiftnotice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that people receive without being paged.
 *
 * @param id the same however often it is sent
 * @param kind such as {@code shift-begins}
 * @param person the recipient; null for the people on call in the role
 * @param rotation what it is about; null when it is about no single rotation
 * @param role the role whose people on call receive it, when no person is named
 * @param team the team of the rotation
 * @param title one line
 * @param text a few sentences
 * @param at the instant it is about
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Notice(
    UUID id,
    String kind,
    @Nullable String person,
    @Nullable String rotation,
    @Nullable String role,
    String team,
    String title,
    String text,
    Instant at) {}
