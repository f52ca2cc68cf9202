/** Teams, and the consent of people to join them. */
package io.watchbill.rotation.team;
