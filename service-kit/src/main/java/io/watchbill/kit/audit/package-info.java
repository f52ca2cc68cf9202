/** The audit log: who changed what, where no timeline records it. */
package io.watchbill.kit.audit;
