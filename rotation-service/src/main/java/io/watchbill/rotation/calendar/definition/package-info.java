/** The definition of a rotation: its versions, roles and layers, and the overrides it is given. */
package io.watchbill.rotation.calendar.definition;
