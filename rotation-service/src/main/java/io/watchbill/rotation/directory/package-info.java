/** The pages of people and teams: who there is, and what they may do. */
@NullMarked
package io.watchbill.rotation.directory;

import org.jspecify.annotations.NullMarked;
