/** How evenly the on-call load is shared, and a plan that evens it out. */
package io.watchbill.rotation.fairness;
