/**
 * Results as one self-contained page of HTML: readable without a script, a network or a screen. Pure: what is on the
 * page is given, and a page is text.
 */
package interleave.report;
