/** Who may see which incidents: the one rule that every list, count and look-up asks. */
package io.watchbill.incident.visibility;
