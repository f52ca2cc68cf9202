package io.watchbill.escalation.contact;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A contact method as a caller puts it.
 *
 * @param kind of a channel: email, webhook, terminal
 * @param secret of a webhook; generated if absent
 */
@Schema(name = "ContactInput")
public record ContactBody(
    @Schema(examples = "email") String kind,
    @Schema(examples = "alice@example.org") String address,
    @Schema(
            description =
                "Of a webhook; generated if there is none. Two with a space between them sign each message twice, so that the receiver may know either while the secret is renewed.")
        @Nullable String secret) {}
