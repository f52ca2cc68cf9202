/** Where Watchbill is and with which key it is asked, from files and the environment. */
@NullMarked
package io.watchbill.cli.config;

import org.jspecify.annotations.NullMarked;
