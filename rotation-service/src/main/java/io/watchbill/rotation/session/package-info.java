/** Signing in on the web pages: sessions, and links that open one. */
@NullMarked
package io.watchbill.rotation.session;

import org.jspecify.annotations.NullMarked;
