/** The service's clock. */
package io.watchbill.kit.time;
