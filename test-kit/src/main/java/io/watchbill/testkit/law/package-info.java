/** Laws: tests of what holds for every case, on random cases that a seed repeats. */
@NullMarked
package io.watchbill.testkit.law;

import org.jspecify.annotations.NullMarked;
