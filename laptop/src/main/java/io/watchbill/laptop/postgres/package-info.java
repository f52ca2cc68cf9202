/** The embedded Postgres of an installation. */
package io.watchbill.laptop.postgres;
