/** Measurements, each beside its limit or a comparable figure. */
@NullMarked
package io.watchbill.bench.measure;

import org.jspecify.annotations.NullMarked;
