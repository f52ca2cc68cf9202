/** Where requests come from: addresses, networks, and the proxies that are trusted. */
@NullMarked
package io.watchbill.kit.source;

import org.jspecify.annotations.NullMarked;
