/** Taking somebody's watch. */
@NullMarked
package io.watchbill.cli.override;

import org.jspecify.annotations.NullMarked;
