/** The program that brings the schemas of all services up to date, and ends. */
@NullMarked
package io.watchbill.migrations;

import org.jspecify.annotations.NullMarked;
