package io.watchbill.escalation.contact;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A contact method as it is put.
 *
 * @param kind email, webhook or terminal
 * @param secret of a webhook; made by the server when it is left out
 */
@Schema(name = "ContactInput")
public record ContactBody(
    @Schema(examples = "email") String kind,
    @Schema(examples = "alice@example.org") String address,
    String secret) {}
