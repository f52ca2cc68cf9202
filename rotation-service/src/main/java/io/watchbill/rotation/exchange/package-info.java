/**
 * Agreements of people among themselves: cover and swaps, as plain states that own their legal
 * transitions. Imports only the JDK.
 */
@NullMarked
package io.watchbill.rotation.exchange;

import org.jspecify.annotations.NullMarked;
