import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Gives the classes of a jar the class-file version of Java 8 where theirs is older, and the stack maps that go with
 * it; their code stays as it is. An AOT cache takes no class of a version before 50, since the verifier of that time
 * loads others while it looks. picocli's are of 49, and 150 of them were loaded from its jar by each command.
 */
class RaisedClasses {
    private static final int JAVA_8 = 52;
    private static final int FIRST_CACHED = 50;

    /** Where a class file has the low byte of its major version (JVMS 4.1). */
    private static final int VERSION_AT = 7;

    private RaisedClasses() {}

    /** Changes the jar in place, if it has such classes. */
    static void raise(Path jar) throws IOException {
        boolean changed = false;
        var raised = new ByteArrayOutputStream();
        try (var loader = new URLClassLoader(new java.net.URL[] {jar.toUri().toURL()});
                var in = new ZipInputStream(Files.newInputStream(jar));
                var out = new ZipOutputStream(raised)) {
            ClassFile files = ClassFile.of(
                    StackMapsOption.GENERATE_STACK_MAPS,
                    ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)
                            .orElse(ClassHierarchyResolver.defaultResolver())));
            for (ZipEntry old = in.getNextEntry(); old != null; old = in.getNextEntry()) {
                byte[] bytes = in.readAllBytes();
                ZipEntry entry = new ZipEntry(old.getName());
                entry.setTime(old.getTime());
                out.putNextEntry(entry);
                boolean raise = isOld(old.getName(), bytes);
                out.write(raise ? raised(files, bytes) : bytes);
                changed |= raise;
            }
        }
        if (changed) Files.write(jar, raised.toByteArray());
    }

    private static boolean isOld(String name, byte[] bytes) {
        return name.endsWith(".class") && bytes[VERSION_AT] < FIRST_CACHED;
    }

    private static byte[] raised(ClassFile files, byte[] bytes) {
        ClassTransform raise = (builder, element) -> {
            if (element instanceof ClassFileVersion) builder.withVersion(JAVA_8, 0);
            else builder.with(element);
        };
        return files.transformClass(files.parse(bytes), raise);
    }
}
