/** Senders of alerts. */
@NullMarked
package io.watchbill.cli.integration;

import org.jspecify.annotations.NullMarked;
