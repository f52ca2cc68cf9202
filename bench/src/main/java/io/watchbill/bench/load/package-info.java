/** Load generators without coordinated omission, and a webhook provider that can misbehave. */
package io.watchbill.bench.load;
