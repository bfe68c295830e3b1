/**
 * The only place that knows Lanterna and the terminal device. {@link interleave.terminal.Terminals} opens it. A grid
 * goes through {@code Painter} (what has changed, by Lanterna's screen), {@code Pen} (in the fewest bytes) and {@code
 * FrameOut} (as one write) to {@code FrameWriter}, whose thread alone waits for the peer; bytes come back
 * through {@code KeyReader}, {@code AnswerFilter}, {@code KeyDecoder} and {@code PasteGuard} as keys.
 */
package interleave.terminal;
