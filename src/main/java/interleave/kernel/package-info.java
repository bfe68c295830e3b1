/**
 * The one reader of the kernel's files: {@code /proc}, {@code /sys} and cgroups. What they hold is bytes, and the
 * folders they lie in are told by whoever asks, so that a test can write them.
 */
package interleave.kernel;
