package io.watchbill.escalation.onwatch;

import io.watchbill.kit.database.Tx;

/**
 * Others are on watch in a rotation than was kept. Fired in the transaction that keeps the new
 * shifts, for whoever must look again.
 */
public record ShiftsChanged(Tx tx, String rotation) {}
