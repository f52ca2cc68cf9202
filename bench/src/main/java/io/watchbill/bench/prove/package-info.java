/** The chaos run of {@code watchbill prove} and the checks of its outcome. */
package io.watchbill.bench.prove;
