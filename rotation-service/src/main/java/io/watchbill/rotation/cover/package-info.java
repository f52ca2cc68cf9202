/** Cover requests: somebody takes over another person's shift. */
package io.watchbill.rotation.cover;
