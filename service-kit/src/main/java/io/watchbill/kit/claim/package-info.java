/** The instant from which claims read their queue, so that they skip rows that are done. */
package io.watchbill.kit.claim;
