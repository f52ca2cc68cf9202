/** The services as processes: how they are started, and whether they are ready. */
package io.watchbill.laptop.service;
