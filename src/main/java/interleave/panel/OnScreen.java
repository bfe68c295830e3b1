package interleave.panel;

/** The other things on the screen beside a panel: it is told, and never asks for the arrangement itself. */
interface OnScreen {
    /** Nothing but the panel itself. */
    OnScreen ALONE = Nothing.ELSE;

    /** An enum, since a lambda of an interface is in no cache and is made anew at each start. */
    enum Nothing implements OnScreen {
        ELSE;

        @Override
        public int rows(String panel) {
            return 0;
        }
    }

    /** The number of rows that the panel of that name has; 0 if it is not shown. */
    int rows(String panel);

    default boolean shows(String panel) {
        return rows(panel) > 0;
    }
}
