/**
 * The whole program, used as a person uses it: the application folder in {@code target/interleave}, in tmux and over a
 * real {@code sshd} on loopback. Each test asks afterwards whether the terminal is as it was and whether a process is
 * left.
 */
package interleave.program;
