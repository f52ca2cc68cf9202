/** The commands of the {@code watchbill} script, which runs all of Watchbill on one machine. */
package io.watchbill.laptop;
