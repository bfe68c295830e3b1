package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.kernel.StartPages.Range;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Only pages that are as in their file may be given back. */
class StartPagesTest {
    private static final String CODE =
            "7f1ad58e3000-7f1ad596e000 r-xp 002e3000 fe:00 1 /opt/a b/lib/server/libjvm.so\n";

    private static String anonymous(int kilobytes) {
        return changed(kilobytes, 0);
    }

    private static String changed(int inMemory, int swapped) {
        return "Size: 556 kB\nRss: 300 kB\nAnonymous:  %8d kB\nSwap:       %8d kB\nSwapPss: 0 kB\n"
                .formatted(inMemory, swapped);
    }

    @Test
    void codeThatNobodyChangedIsGivenBack() {
        assertEquals(List.of(new Range(0x7f1ad58e3000L, 0x8b000)), StartPages.unchanged(CODE + anonymous(0)));
        assertEquals(List.of(), StartPages.unchanged(CODE + anonymous(4)));
    }

    /** A page that the linker changed and the kernel swapped out is none of the file's. */
    @Test
    void whatWasChangedAndSwappedOutStays() {
        assertEquals(List.of(), StartPages.unchanged(CODE + changed(0, 4)));
    }

    @Test
    void whatMayBeWrittenToOrIsAnothersStays() {
        for (String other : List.of(
                "800001000-80063e000 rw-p 00001000 fe:00 2 /opt/lib/monitor.aot\n",
                "7f1ad58e3000-7f1ad596e000 r-xp 00000000 fe:00 3 /lib/libc.so.6\n",
                "7f1ad58e3000-7f1ad596e000 r--p 00000000 00:00 0\n",
                "7ffd0000-7ffd1000 r-xp 00000000 00:00 0                          [vdso]\n",
                "nonsense\n")) assertEquals(List.of(), StartPages.unchanged(other + anonymous(0)), other);
    }

    @Test
    void aTextThatIsCutOffOrEmptyHasNone() {
        String text = CODE + anonymous(0);
        for (int end = 0; end < CODE.length(); end++)
            assertEquals(List.of(), StartPages.unchanged(text.substring(0, end)));
    }

    /** This JVM goes on afterwards, with less memory. */
    @Test
    void theJvmGoesOn() {
        long before = mappedCode();
        StartPages.giveBack(Path.of("/proc"));
        long after = mappedCode();
        assertTrue(after < before, () -> before + " kB were mapped, now " + after);
    }

    /** Kilobytes of the JVM's code. */
    private static long mappedCode() {
        long sum = 0;
        boolean code = false;
        for (String line : KernelText.orNothing(Path.of("/proc/self/smaps")).split("\n")) {
            if (!Character.isUpperCase(line.charAt(0))) code = line.endsWith("/libjvm.so");
            else if (code && line.startsWith("Rss:")) sum += Long.parseLong(line.replaceAll("\\D", ""));
        }
        return sum;
    }
}
