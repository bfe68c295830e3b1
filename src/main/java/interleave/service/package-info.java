/**
 * The process of the HTTP service that waiting tasks talk to: it answers each request after a latency.
 */
package interleave.service;
