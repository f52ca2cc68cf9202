/** The working hours of people, teams and rotations, as they are configured. */
package io.watchbill.rotation.hours;
