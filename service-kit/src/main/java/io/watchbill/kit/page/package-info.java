/**
 * The frame of the web pages: layout, style, scripts, texts, headers. It knows which pages there
 * are, and nothing of what they show.
 */
@NullMarked
package io.watchbill.kit.page;

import org.jspecify.annotations.NullMarked;
