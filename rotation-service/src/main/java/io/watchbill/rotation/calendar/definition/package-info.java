/** The definition of a rotation: its versions, roles and layers, and the overrides it is given. */
@NullMarked
package io.watchbill.rotation.calendar.definition;

import org.jspecify.annotations.NullMarked;
