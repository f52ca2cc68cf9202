/** What a command works with: its options, its connection, its terminal. */
@NullMarked
package io.watchbill.cli.session;

import org.jspecify.annotations.NullMarked;
