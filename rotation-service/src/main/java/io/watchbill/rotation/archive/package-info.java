/** Archives people and teams, and refuses while future shifts still need them. */
package io.watchbill.rotation.archive;
