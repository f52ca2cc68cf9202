/** API keys: who calls. */
package io.watchbill.rotation.key;
