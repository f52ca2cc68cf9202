/** Rules for every HTTP request: limits, conditional requests, and errors as problem details. */
package io.watchbill.kit.http;
