/** What a rotation consists of: its versions, roles and layers, and the overrides it is given. */
package io.watchbill.rotation.calendar.definition;
