package interleave.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;

/**
 * The addresses of what the C library has, found in the library that this process was linked with. The linker's own
 * lookup opens a file of the JDK for it when it is first asked, and where no descriptor is free it has no function from
 * then on. Safe from any thread.
 */
final class CLibrary {
    /** The name of glibc, which every JVM for it has open. */
    private static final String GLIBC = "libc.so.6";

    private static final SymbolLookup SYMBOLS = symbols();

    private CLibrary() {}

    /** @throws java.util.NoSuchElementException where the C library has nothing of that name */
    static MemorySegment symbol(String name) {
        return SYMBOLS.findOrThrow(name);
    }

    @SuppressWarnings("restricted") // Native access is granted on the command lines of all our processes.
    private static SymbolLookup symbols() {
        try {
            return SymbolLookup.libraryLookup(GLIBC, Arena.global());
        } catch (IllegalArgumentException e) {
            // A JVM for another C library, such as musl.
            return Linker.nativeLinker().defaultLookup();
        }
    }
}
