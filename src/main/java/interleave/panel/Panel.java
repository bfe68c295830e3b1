package interleave.panel;

import interleave.screen.Canvas;
import interleave.state.State;
import java.util.List;

/** A part of the screen: draws a state on a canvas of any size, even of none. Pure. */
interface Panel {
    /** A word for its frame's upper edge; also names it where it cannot be drawn. */
    String name();

    default String title(State state) {
        return name();
    }

    /** A remark in the frame's upper edge; empty for none. */
    default String note(State state) {
        return "";
    }

    /**
     * All that its picture is made of, besides its place: it is drawn again only where one of these is another object
     * than before. Empty where that is not worth telling; no number that a tick changes may be in the picture then.
     */
    default List<Object> madeOf(State state) {
        return List.of();
    }

    /** @param others what else is on the screen */
    void draw(State state, OnScreen others, Canvas canvas);
}
