/** People who can be on call. */
package io.watchbill.rotation.person;
