/** The demo: one alert from its arrival to the acknowledgement, shown step by step. */
@NullMarked
package io.watchbill.laptop.demo;

import org.jspecify.annotations.NullMarked;
