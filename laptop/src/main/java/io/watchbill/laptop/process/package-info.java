/** Operating system processes: started, recognised, supervised and ended. */
package io.watchbill.laptop.process;
