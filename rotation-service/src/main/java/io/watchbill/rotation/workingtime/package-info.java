/** Working time of people and rotations, and business time added to an instant. */
package io.watchbill.rotation.workingtime;
