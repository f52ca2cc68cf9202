/** Requests to the services, with pages, repeats and errors. */
@NullMarked
package io.watchbill.cli.http;

import org.jspecify.annotations.NullMarked;
