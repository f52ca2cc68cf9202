package io.watchbill.escalation.oncall;

import io.watchbill.kit.database.Tx;

/**
 * Other people are on call in a rotation than before. Fired in the transaction that stores the new
 * shifts.
 */
public record ShiftsChanged(Tx tx, String rotation) {}
