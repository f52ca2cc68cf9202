/** Liveness and readiness of a service. */
package io.watchbill.kit.health;
