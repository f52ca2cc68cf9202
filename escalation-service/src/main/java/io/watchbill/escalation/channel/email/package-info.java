/** E-mail over SMTP. */
@NullMarked
package io.watchbill.escalation.channel.email;

import org.jspecify.annotations.NullMarked;
