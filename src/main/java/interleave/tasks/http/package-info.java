/**
 * Tasks that ask the HTTP service: a request, and a request whose answer is then computed with.
 * What is shared between threads says so; connections belong to one task at a time.
 */
package interleave.tasks.http;
