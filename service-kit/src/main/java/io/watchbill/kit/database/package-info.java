/** Transactions with deadlines on a service's own schema. */
package io.watchbill.kit.database;
