/** Who did what, where nothing else tells. */
package io.watchbill.kit.audit;
