/** Shows what a new definition would change before it is saved. */
package io.watchbill.rotation.preview;
