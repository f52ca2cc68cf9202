/** E-mail over SMTP. */
package io.watchbill.escalation.channel.email;
