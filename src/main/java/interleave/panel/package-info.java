/** State in, cells out: one file per panel. Pure: no input or output, no clock, no fields. */
package interleave.panel;
