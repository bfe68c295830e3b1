package interleave.panel;

/** Which part of a list is seen where there is no room for all of it. Pure. */
final class Scroll {
    private Scroll() {}

    /**
     * The first of the seen ones. Moves by half a page at a time, so that the picture stands still for most steps of
     * the selection.
     */
    static int first(int selected, int room, int size) {
        if (size <= room || room <= 0) return 0;
        int half = Math.max(1, room / 2);
        int first = selected < room ? 0 : ((selected - room) / half + 1) * half;
        return Math.min(first, size - room);
    }
}
