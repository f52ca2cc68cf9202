/** Measurements, each beside its limit or a comparable figure. */
package io.watchbill.bench.measure;
