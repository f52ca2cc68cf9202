/** The key of a person, kept and forgotten. */
@NullMarked
package io.watchbill.cli.login;

import org.jspecify.annotations.NullMarked;
