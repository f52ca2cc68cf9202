/** Rotations: their definitions, validation and versions. */
package io.watchbill.rotation.rotation;
