/**
 * Who calls and what they may do, in two steps. An {@code IdentityProvider} finds out who calls: by
 * an API key, or the session of somebody who has signed in. {@link
 * io.watchbill.kit.access.GrantedRights} then adds the rights of that caller and knows of neither,
 * so another way to sign in is one more provider of {@link io.watchbill.kit.access.Identity}.
 * Everything that is not granted is denied.
 */
@NullMarked
package io.watchbill.kit.access;

import org.jspecify.annotations.NullMarked;
