/** Tables that are partitioned by month, for what is over. */
package io.watchbill.kit.history;
