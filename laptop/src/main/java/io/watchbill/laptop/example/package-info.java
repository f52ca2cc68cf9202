/** The example team, entered through the REST APIs. */
package io.watchbill.laptop.example;
