package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application folder's jar has plain classes in the place of lambdas, and they do the same. */
class FoldedLambdasIT {
    private static final Path JDK = Path.of(System.getProperty("java.home"));
    private static final String LEFT_ALONE = "interleave/(child|execution|tasks?|worker)/.*";

    /** Each way in which values come into a lambda and out of it. */
    private static final String SHAPES = """
        package shapes;
        import java.util.*;
        import java.util.function.*;
        public class Shapes {
            interface Named { String name(); private String own(int n) { return name() + n; }
                default IntFunction<String> owns() { return this::own; } }
            record Pair(long left, double right) {}
            static class Base { String greet(Object to) { return "base " + to; } }
            static class Derived extends Base {
                String greet(Object to) { Function<Object, String> up = super::greet; return up.apply(to) + "!"; }
            }
            interface Wide { double apply(long a, int b); }
            private int count;
            private int next(int by) { return count += by; }
            private static <T extends Comparable<T>> T most(List<T> all, BinaryOperator<T> better) {
                T best = all.get(0);
                for (T one : all) best = better.apply(best, one);
                return best;
            }
            public static void main(String[] arguments) {
                StringBuilder out = new StringBuilder();
                Consumer<Object> say = it -> out.append(it).append('\\n');
                long far = 1L << 40; double half = 0.5; byte small = -3; char letter = 'x'; boolean yes = true;
                float third = 1f / 3; short few = 7;
                Supplier<String> all = () -> far + " " + half + " " + small + letter + yes + third + few;
                say.accept(all.get());
                BiFunction<Long, Double, Pair> pair = Pair::new;
                say.accept(pair.apply(3L, 4.0));
                ToIntFunction<String> length = String::length;
                ToLongFunction<Integer> widened = Integer::intValue;
                Function<Integer, Integer> boxed = n -> n + 1;
                IntUnaryOperator plain = n -> n * 2;
                IntFunction<Object> box = Integer::valueOf;
                ToDoubleFunction<Integer> doubled = n -> n;
                say.accept(length.applyAsInt("four") + widened.applyAsLong(5) + boxed.apply(6) + plain.applyAsInt(7));
                say.accept(box.apply(8)); say.accept(doubled.applyAsDouble(9));
                Wide wide = (a, b) -> a + b + half;
                say.accept(wide.apply(far, 2));
                Shapes shapes = new Shapes();
                IntUnaryOperator next = shapes::next;
                IntConsumer dropped = shapes::next;
                LongConsumer droppedWide = n -> Long.sum(n, far);
                Consumer<String> droppedReference = out::append;
                dropped.accept(10); droppedWide.accept(1); droppedReference.accept("dropped\\n");
                say.accept(next.applyAsInt(1));
                say.accept(new Derived().greet("you"));
                Named named = () -> "named";
                say.accept(named.owns().apply(3));
                IntFunction<int[][]> arrays = int[][]::new;
                say.accept(arrays.apply(4).length);
                say.accept(most(List.of("b", "c", "a"), (a, b) -> a.compareTo(b) > 0 ? a : b));
                Comparator<String> order = Comparator.comparing((String s) -> s.length()).thenComparing(s -> s);
                List<String> words = new ArrayList<>(List.of("bb", "a", "ab", "ccc"));
                words.sort(order.reversed());
                say.accept(words);
                Runnable inner = () -> { Runnable innermost = () -> say.accept(far); innermost.run(); };
                inner.run();
                for (int i = 0; i < 3; i++) { int kept = i; Supplier<Integer> s = () -> kept * kept; say.accept(s.get()); }
                Function<Object, String> text = String::valueOf;
                Function<String, Object> upper = String::toUpperCase;
                say.accept(text.andThen(upper).apply(12L));
                Supplier<Supplier<String>> nested = () -> () -> "nested " + yes;
                say.accept(nested.get().get());
                try {
                    @SuppressWarnings({"unchecked", "rawtypes"}) Function<Object, Object> wrong = (Function) boxed;
                    wrong.apply("no number");
                } catch (ClassCastException e) { say.accept("no number"); }
                System.out.print(out);
            }
        }
        """;

    @TempDir
    Path temp;

    @Test
    void everyShapeDoesTheSame() throws Exception {
        Path source = Files.writeString(temp.resolve("Shapes.java"), SHAPES);
        Path jar = temp.resolve("shapes.jar");
        tool("javac", "-XDstringConcat=inline", "-d", temp.resolve("classes"), source);
        tool("jar", "--create", "--file", jar, "-C", temp.resolve("classes"), ".");
        String before = output(JDK.resolve("bin/java"), "-cp", jar, "shapes.Shapes");
        assertTrue(lambdas(jar) > 20, "shapes have lambdas");
        output(JDK.resolve("bin/java"), "src/build/FoldedLambdas.java", jar);
        assertEquals(0, lambdas(jar));
        String after = output(JDK.resolve("bin/java"), "-Xverify:all", "-cp", jar, "shapes.Shapes");
        assertFalse(before.isBlank());
        assertEquals(before, after);
    }

    @Test
    void theFoldersJarHasNoneButWhereTasksRun() throws IOException {
        try (JarFile jar =
                new JarFile(Program.FOLDER.resolve("lib/interleave.jar").toFile())) {
            List<String> with = new ArrayList<>();
            for (ClassModel model : classes(jar)) {
                String name = model.thisClass().asInternalName();
                if (hasLambda(model) && !name.matches(LEFT_ALONE)) with.add(name);
            }
            assertEquals(List.of(), with);
        }
    }

    @Test
    void everyClassOfTheFoldersJarIsSound() throws IOException {
        List<URL> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(Program.FOLDER.resolve("lib"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jar")).toList())
                jars.add(file.toUri().toURL());
        }
        try (JarFile jar =
                        new JarFile(Program.FOLDER.resolve("lib/interleave.jar").toFile());
                var loader = new URLClassLoader(jars.toArray(URL[]::new))) {
            ClassFile files = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                    ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.defaultResolver())));
            List<String> errors = new ArrayList<>();
            for (ClassModel model : classes(jar)) {
                for (VerifyError error : files.verify(model)) errors.add(error.getMessage());
            }
            assertEquals(List.of(), errors);
        }
    }

    private static long lambdas(Path path) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            return classes(jar).stream()
                    .flatMap(FoldedLambdasIT::code)
                    .filter(FoldedLambdasIT::isLambda)
                    .count();
        }
    }

    private static boolean hasLambda(ClassModel model) {
        return code(model).anyMatch(FoldedLambdasIT::isLambda);
    }

    private static Stream<CodeElement> code(ClassModel model) {
        return model.methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementList().stream());
    }

    private static boolean isLambda(CodeElement element) {
        return element instanceof InvokeDynamicInstruction call
                && call.bootstrapMethod().methodName().equals("metafactory");
    }

    private static List<ClassModel> classes(JarFile jar) throws IOException {
        List<ClassModel> models = new ArrayList<>();
        for (var entry : jar.stream().toList()) {
            if (!entry.getName().endsWith(".class") || entry.getName().endsWith("module-info.class")) continue;
            try (InputStream in = jar.getInputStream(entry)) {
                models.add(ClassFile.of().parse(in.readAllBytes()));
            }
        }
        return models;
    }

    private static void tool(String name, Object... arguments) {
        String[] words = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        assertEquals(0, ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, words), name);
    }

    private static String output(Object... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Stream.of(command).map(Object::toString).toList())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
