package interleave.terminal;

import interleave.screen.Glyphs;
import java.util.Optional;

/**
 * The user's choices.
 *
 * @param color empty: as the environment says
 * @param glyphs empty: as the locale and {@code TERM} say
 */
public record TerminalOptions(Optional<ColorDepth> color, Optional<Glyphs> glyphs) {
    public static final TerminalOptions AUTOMATIC = new TerminalOptions(Optional.empty(), Optional.empty());
}
