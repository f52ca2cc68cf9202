/** Overrides: somebody else is on call, nobody is, or one more person is. */
package io.watchbill.rotation.override;
