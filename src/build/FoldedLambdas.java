import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Turns the lambdas and method references of a jar into plain classes. A lambda has a class as well, but one that the
 * JVM makes when it comes to it, with some 300 classes of {@code java.lang.invoke} and {@code java.lang.classfile}: at
 * each start anew, before the first picture, unless a cache holds what they made, and then all of it is loaded at each
 * start. The sources stay as they are.
 *
 * <p>Lambdas of one class that take and give the same share one class: {@link LambdaGroup}. What workers run while
 * they are measured is left alone, since there the JVM's own way with lambdas is part of what is shown.
 *
 * <p>{@code java src/build/FoldedLambdas.java JAR} does it to a jar that needs no other.
 */
class FoldedLambdas {
    /** The packages that a worker runs tasks with. */
    private static final Pattern LEFT_ALONE = Pattern.compile("interleave/(child|execution|tasks?|worker)/.*");

    /** But for their lists of what there is, of which the menu is made. */
    private static final Pattern LISTS = Pattern.compile("(\\w+/)+\\w+(Tasks|Info)(\\$\\w+)?\\.class");

    private final ClassFile files;
    private final Map<String, byte[]> classes;

    /** The added classes: the bytes of each new class by its name. */
    private final Map<String, byte[]> added = new TreeMap<>();

    /** The new classes of each nest, by the host's name. */
    private final Map<String, List<ClassDesc>> nests = new TreeMap<>();

    private FoldedLambdas(ClassFile files, Map<String, byte[]> classes) {
        this.files = files;
        this.classes = classes;
    }

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        fold(jar, List.of(jar));
    }

    /**
     * Changes the jar in place.
     *
     * @param jars all jars of its class path, this one among them: stack maps need the classes that it names
     */
    static void fold(Path jar, List<Path> jars) throws IOException {
        Map<ZipEntry, byte[]> entries = new LinkedHashMap<>();
        try (var in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry old = in.getNextEntry(); old != null; old = in.getNextEntry()) {
                ZipEntry entry = new ZipEntry(old.getName());
                entry.setTime(old.getTime());
                entries.put(entry, in.readAllBytes());
            }
        }
        Map<String, byte[]> classes = new TreeMap<>();
        entries.forEach((entry, bytes) -> {
            if (entry.getName().endsWith(".class")) classes.put(entry.getName(), bytes);
        });
        List<URL> places = new ArrayList<>();
        for (Path one : jars) places.add(one.toUri().toURL());
        try (var loader = new URLClassLoader(places.toArray(URL[]::new))) {
            ClassFile files = ClassFile.of(
                    ConstantPoolSharingOption.NEW_POOL,
                    ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)
                            .orElse(ClassHierarchyResolver.defaultResolver())));
            new FoldedLambdas(files, classes).foldAll();
        }
        var folded = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(folded)) {
            long time = 0;
            for (var entry : entries.entrySet()) {
                String name = entry.getKey().getName();
                time = entry.getKey().getTime();
                out.putNextEntry(entry.getKey());
                out.write(classes.getOrDefault(name, entry.getValue()));
                classes.remove(name);
            }
            for (var added : classes.entrySet()) {
                ZipEntry entry = new ZipEntry(added.getKey());
                entry.setTime(time);
                out.putNextEntry(entry);
                out.write(added.getValue());
            }
        }
        Files.write(jar, folded.toByteArray());
    }

    private void foldAll() {
        for (String name : List.copyOf(classes.keySet())) {
            if (!LEFT_ALONE.matcher(name).matches() || LISTS.matcher(name).matches()) fold(name);
        }
        nests.forEach(this::addToNest);
        classes.putAll(added);
    }

    private void fold(String name) {
        ClassModel host = files.parse(classes.get(name));
        LambdaGroups groups = new LambdaGroups(host);
        if (groups.all().isEmpty()) return;
        CodeTransform calls = (builder, element) -> {
            if (element instanceof InvokeDynamicInstruction call && groups.has(call)) groups.replace(builder, call);
            else builder.with(element);
        };
        classes.put(name, files.transformClass(host, ClassTransform.transformingMethodBodies(calls)));
        ClassDesc nest = host.findAttribute(Attributes.nestHost())
                .map(NestHostAttribute::nestHost)
                .orElse(host.thisClass())
                .asSymbol();
        for (LambdaGroup group : groups.all()) {
            added.put(name(group.name()), group.bytes(files, nest));
            nests.computeIfAbsent(name(nest), ignored -> new ArrayList<>()).add(group.name());
        }
    }

    private void addToNest(String hostName, List<ClassDesc> members) {
        ClassModel host = files.parse(classes.get(hostName));
        List<ClassDesc> all = new ArrayList<>();
        host.findAttribute(Attributes.nestMembers())
                .ifPresent(old -> old.nestMembers().forEach(member -> all.add(member.asSymbol())));
        all.addAll(members);
        ClassTransform nest = ClassTransform.dropping(NestMembersAttribute.class::isInstance)
                .andThen(ClassTransform.endHandler(builder -> builder.with(NestMembersAttribute.ofSymbols(all))));
        classes.put(hostName, files.transformClass(host, nest));
    }

    private static String name(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1) + ".class";
    }
}
