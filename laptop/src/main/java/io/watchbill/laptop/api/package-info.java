/** Calls to a service with a key. */
package io.watchbill.laptop.api;
