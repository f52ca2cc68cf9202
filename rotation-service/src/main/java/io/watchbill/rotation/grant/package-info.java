/** Grants: what a principal may do. */
package io.watchbill.rotation.grant;
