/** Tasks that the lab's claims alone need: no menu shows them. */
package interleave.tasks.lab;
