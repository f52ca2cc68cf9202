/** The services as processes: how they are started, and whether they are ready. */
@NullMarked
package io.watchbill.laptop.service;

import org.jspecify.annotations.NullMarked;
