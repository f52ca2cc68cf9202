/** The one JSON mapper, which rejects unknown fields. */
package io.watchbill.kit.json;
