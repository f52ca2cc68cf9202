package io.watchbill.escalation.oncall;

import io.watchbill.kit.database.Tx;

/**
 * Others are on call in a rotation than was kept. Fired in the transaction that keeps the new
 * shifts, for whoever must look again.
 */
public record ShiftsChanged(Tx tx, String rotation) {}
