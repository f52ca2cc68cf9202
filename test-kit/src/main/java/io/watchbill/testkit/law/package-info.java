/** Laws: tests of what holds for every case, on random cases that a seed repeats. */
package io.watchbill.testkit.law;
