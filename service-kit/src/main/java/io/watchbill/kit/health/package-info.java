/** Liveness and readiness of a service. */
@NullMarked
package io.watchbill.kit.health;

import org.jspecify.annotations.NullMarked;
