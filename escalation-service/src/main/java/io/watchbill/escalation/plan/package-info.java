/**
 * The decision whom to tell and when: plain functions of a policy, what was done so far, the newest
 * facts, the cached shifts and an instant. Imports only the JDK and reads no clock.
 */
package io.watchbill.escalation.plan;
