package interleave.screen;

/**
 * A short text, such as {@code 18.8 us}, in letters five rows high, made of blocks two cells wide: to be read from two
 * metres. In ASCII the blocks are number signs. Pure.
 */
public final class LargeText {
    public static final int ROWS = 5;

    private static final int BLOCK = 2;
    private static final String LETTERS = "0123456789.-/<kMGxmns\u00B5u ";

    /** By letter its rows from above; a number sign is a block. */
    private static final String[] SHAPES = {
        "### #.# #.# #.# ###", ".#. ##. .#. .#. ###", "### ..# ### #.. ###", "### ..# .## ..# ###",
        "#.# #.# ### ..# ..#", "### #.. ### ..# ###", "### #.. ### #.# ###", "### ..# ..# ..# ..#",
        "### #.# ### #.# ###", "### #.# ### ..# ###", ". . . . #", "... ... ### ... ...",
        "..# ..# .#. #.. #..", "..# .#. #.. .#. ..#", "#.. #.# ##. #.# #.#", "#...# ##.## #.#.# #...# #...#",
        ".### #... #.## #..# .###", "... ... #.# .#. #.#", "..... ##.#. #.#.# #.#.# #.#.#", "... ##. #.# #.# #.#",
        "... .## #.. ..# ##.", "... #.# #.# ### #..", "... #.# #.# #.# ###", ". . . . ."
    };

    private LargeText() {}

    /** The columns that it takes; 0 for an empty text and one with other letters than numbers and their units have. */
    public static int columns(String text) {
        int blocks = 0;
        for (int i = 0; i < text.length(); i++) {
            int letter = LETTERS.indexOf(text.charAt(i));
            if (letter < 0) return 0;
            blocks += (i > 0 ? 1 : 0) + SHAPES[letter].indexOf(' ');
        }
        return blocks * BLOCK;
    }

    /** Draws it in {@link #ROWS} rows from {@code row}; nothing if {@link #columns} is 0. */
    public static void draw(Canvas canvas, int column, int row, String text, Ink ink) {
        if (columns(text) == 0) return;
        int left = column;
        for (int i = 0; i < text.length(); i++) {
            String shape = SHAPES[LETTERS.indexOf(text.charAt(i))];
            int width = shape.indexOf(' ');
            for (int down = 0; down < ROWS; down++)
                for (int block = 0; block < width; block++)
                    if (shape.charAt(down * (width + 1) + block) == '#')
                        block(canvas, left + block * BLOCK, row + down, ink);
            left += (width + 1) * BLOCK;
        }
    }

    private static void block(Canvas canvas, int column, int row, Ink ink) {
        char full = canvas.symbols().glyphs() == Glyphs.ASCII
                ? '#'
                : canvas.symbols().bar().charAt(7);
        for (int i = 0; i < BLOCK; i++) canvas.put(column + i, row, full, ink);
    }
}
