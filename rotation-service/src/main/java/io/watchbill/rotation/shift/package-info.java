/** The final shifts and gaps of a rotation or a person. */
package io.watchbill.rotation.shift;
