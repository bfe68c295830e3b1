/**
 * Tasks that read a file past the page cache.
 */
package interleave.tasks.file;
