/** Log records as one line each, with the context of the request. */
package io.watchbill.kit.log;
