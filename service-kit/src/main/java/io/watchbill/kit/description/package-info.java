/**
 * Completes the OpenAPI document: what all operations have in common, and the texts of a service.
 */
package io.watchbill.kit.description;
