/**
 * Who is on call: plain functions of a rotation's definition and an instant, importing only the
 * JDK.
 *
 * <p>Nothing here stores a position. A layer's turn {@code n} begins at the wall-clock time {@code
 * start + n × cadence}; a version of the definition adds only how far the list of turns is shifted,
 * and that follows from the versions before it.
 */
@NullMarked
package io.watchbill.rotation.calendar;

import org.jspecify.annotations.NullMarked;
