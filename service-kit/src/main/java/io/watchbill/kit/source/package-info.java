/** Where requests come from: addresses, networks, and the proxies that are trusted. */
package io.watchbill.kit.source;
