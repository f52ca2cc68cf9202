/** Whether people are at work, and business time added to an instant. */
package io.watchbill.rotation.workingtime;
