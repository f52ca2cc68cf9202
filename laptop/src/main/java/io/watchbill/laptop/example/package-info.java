/** The example team, entered through the REST APIs. */
@NullMarked
package io.watchbill.laptop.example;

import org.jspecify.annotations.NullMarked;
