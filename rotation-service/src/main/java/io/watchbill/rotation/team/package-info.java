/** Teams, and the consent of people to join them. */
@NullMarked
package io.watchbill.rotation.team;

import org.jspecify.annotations.NullMarked;
