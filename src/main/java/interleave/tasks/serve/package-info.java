/**
 * Tasks that answer clients from outside, and the small HTTP server that they and the service are made of.
 */
package interleave.tasks.serve;
