/** Everything that lists, as JSON or YAML. */
@NullMarked
package io.watchbill.cli.export;

import org.jspecify.annotations.NullMarked;
