/** API keys, the principals they stand for, and their rights; everything else is denied. */
package io.watchbill.kit.access;
