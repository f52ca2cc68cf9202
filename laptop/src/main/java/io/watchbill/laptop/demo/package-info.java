/** The demo: one alert from its arrival to the acknowledgement, shown step by step. */
package io.watchbill.laptop.demo;
