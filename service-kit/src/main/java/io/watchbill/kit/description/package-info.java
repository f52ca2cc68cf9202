/** What every operation of an API has in common, described once for its OpenAPI document. */
package io.watchbill.kit.description;
