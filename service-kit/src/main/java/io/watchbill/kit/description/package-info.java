/** What every operation of an API has in common, said once for its OpenAPI document. */
package io.watchbill.kit.description;
