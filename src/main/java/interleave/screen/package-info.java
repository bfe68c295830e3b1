/** A grid of cells and how to draw on it. Pure. */
package interleave.screen;
