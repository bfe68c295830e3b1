import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.util.VersionInfo;

/**
 * Writes {@code interleave.screen.WideRanges} from the East Asian Width of ICU4J's Unicode, when there is a new one;
 * it is no part of the build or the program.
 *
 * <p>{@code java -cp icu4j-78.1.jar src/build/WideRangesMaker.java > src/main/java/interleave/screen/WideRanges.java}
 */
class WideRangesMaker {
    private static final String HEAD = """
        package interleave.screen;

        /**
         * The characters that take two columns: East Asian Width W and F of Unicode %s. Written by
         * {@code src/build/WideRangesMaker.java}.
         */
        final class WideRanges {
            /** The first and the last of each range, ascending. */
            static final String ALL = \"\"
        """;

    private WideRangesMaker() {}

    public static void main(String[] arguments) {
        StringBuilder text = new StringBuilder();
        int from = -1;
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            boolean wide = wide(c);
            if (wide && from < 0) from = c;
            if (!wide && from >= 0) {
                text.append("            + \"" + escaped(from) + escaped(c - 1) + "\"\n");
                from = -1;
            }
        }
        VersionInfo unicode = UCharacter.getUnicodeVersion();
        System.out.print(HEAD.formatted(unicode.getMajor() + "." + unicode.getMinor()));
        System.out.print(text.toString().stripTrailing() + ";\n\n    private WideRanges() {}\n}\n");
    }

    private static String escaped(int c) {
        StringBuilder escaped = new StringBuilder();
        for (char unit : Character.toChars(c)) escaped.append("\\u%04X".formatted((int) unit));
        return escaped.toString();
    }

    private static boolean wide(int c) {
        int width = UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH);
        return width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH;
    }
}
