/** The command {@code doctor}: what is wrong, and what to do. */
@NullMarked
package io.watchbill.laptop.doctor;

import org.jspecify.annotations.NullMarked;
