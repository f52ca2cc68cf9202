package io.watchbill.rotation.preview;

import io.watchbill.rotation.shift.Shifts;

/**
 * The effect of a change of a rotation, and the shifts that it would lead to.
 *
 * @param shifts all of the range, whether they change or not
 */
public record Outlook(Preview preview, Shifts shifts) {}
