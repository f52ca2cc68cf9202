/** Rules for text that people type, and safe ways to show it. */
package io.watchbill.kit.text;
