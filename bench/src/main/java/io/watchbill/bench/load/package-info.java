/** Load generators without coordinated omission, and a webhook provider that can misbehave. */
@NullMarked
package io.watchbill.bench.load;

import org.jspecify.annotations.NullMarked;
