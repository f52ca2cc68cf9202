/** Working time of people and rotations, and business time added to an instant. */
@NullMarked
package io.watchbill.rotation.workingtime;

import org.jspecify.annotations.NullMarked;
