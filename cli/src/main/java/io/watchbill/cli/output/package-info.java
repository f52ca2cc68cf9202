/** What is printed: tables for people, JSON and YAML for programs, never a control byte. */
@NullMarked
package io.watchbill.cli.output;

import org.jspecify.annotations.NullMarked;
