/** The pages of policies: the ladder in words, its form, and who would be paged. */
@NullMarked
package io.watchbill.escalation.ladder;

import org.jspecify.annotations.NullMarked;
