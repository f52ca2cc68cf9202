/** What an escalation policy would do. */
@NullMarked
package io.watchbill.cli.policy;

import org.jspecify.annotations.NullMarked;
