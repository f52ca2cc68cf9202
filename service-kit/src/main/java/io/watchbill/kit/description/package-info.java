/**
 * Completes the OpenAPI document: what all operations have in common, and the texts of a service.
 */
@NullMarked
package io.watchbill.kit.description;

import org.jspecify.annotations.NullMarked;
