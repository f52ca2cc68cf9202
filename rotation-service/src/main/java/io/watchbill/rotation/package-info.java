/** The rotation service: who is on call. */
package io.watchbill.rotation;
