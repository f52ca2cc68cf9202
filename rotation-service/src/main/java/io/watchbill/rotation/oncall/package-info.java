/** Who is on call now, and who is next. */
package io.watchbill.rotation.oncall;
