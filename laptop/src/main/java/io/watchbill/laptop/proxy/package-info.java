/** One address for all three services: a proxy that leads each path to the service that has it. */
@NullMarked
package io.watchbill.laptop.proxy;

import org.jspecify.annotations.NullMarked;
