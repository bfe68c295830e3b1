#!/bin/sh
# gRPC for Java: one blocking call and its answer, over a kept connection of the same machine, is 16 to 20 kernel
# switches; with directExecutor() on both sides 6 to 8, where a plain socket has 2.
#
# Guess: four: the server's event loop, a thread of its executor, the client's event loop, the caller.
# Seen (grpc-java 1.85.1 over its shaded Netty, epoll, JDK 25.0.3, Linux 6.18, 2 CPUs), 3,000 calls of one byte, one
#   after the other, client and server in one JVM, switches of all its threads a call: 15.6 to 19.7; with
#   directExecutor() 5.6 to 8.4. A call has several steps (head, message, end, on both sides), and each may be handed to
#   a thread that has gone to sleep since the last.
# So: "a call" of a framework is not "a round trip" in switches; a service of many small calls at low load is mostly
#   wake-ups. Interleave shows them live for any process.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
maven=https://repo1.maven.org/maven2
for jar in grpc-netty-shaded grpc-stub grpc-api grpc-core grpc-util grpc-context; do curl -sSfLO "$maven/io/grpc/$jar/1.85.1/$jar-1.85.1.jar"; done
for jar in com/google/guava/guava/33.6.0-android/guava-33.6.0-android.jar com/google/guava/failureaccess/1.0.3/failureaccess-1.0.3.jar \
    io/perfmark/perfmark-api/0.27.0/perfmark-api-0.27.0.jar com/google/code/gson/gson/2.14.0/gson-2.14.0.jar; do
    curl -sSfLO "$maven/$jar"
done
cat >Calls.java <<'JAVA'
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Kernel switches of all threads for a call that brings its argument back, client and server in this process. */
public class Calls {
    private static final int CALLS = 3_000;

    private static final MethodDescriptor.Marshaller<byte[]> BYTES = new MethodDescriptor.Marshaller<>() {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private static final MethodDescriptor<byte[], byte[]> ECHO = MethodDescriptor.newBuilder(BYTES, BYTES)
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName("service/echo")
            .build();

    private static long switches() throws IOException {
        long sum = 0;
        try (var tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path task : tasks)
                for (String line : Files.readAllLines(task.resolve("status")))
                    if (line.contains("voluntary_ctxt")) sum += Long.parseLong(line.replaceAll("\\D+", ""));
        }
        return sum;
    }

    private static void echo(byte[] question, StreamObserver<byte[]> answer) {
        answer.onNext(question);
        answer.onCompleted();
    }

    private static void call(ManagedChannel channel, int times) {
        for (int i = 0; i < times; i++) ClientCalls.blockingUnaryCall(channel, ECHO, CallOptions.DEFAULT, new byte[1]);
    }

    private static void show(String name, boolean direct) throws Exception {
        var service = ServerServiceDefinition.builder("service")
                .addMethod(ECHO, ServerCalls.asyncUnaryCall(Calls::echo))
                .build();
        var builder = NettyServerBuilder.forPort(0).addService(service);
        if (direct) builder.directExecutor();
        var server = builder.build().start();
        var client = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext();
        if (direct) client.directExecutor();
        var channel = client.build();
        call(channel, 3_000);
        Thread.sleep(500);
        long before = switches();
        call(channel, CALLS);
        System.out.printf(Locale.ROOT, "%s %.1f%n", name, (switches() - before) / (double) CALLS);
        channel.shutdownNow();
        server.shutdownNow();
    }

    public static void main(String[] unused) throws Exception {
        show("default", false);
        show("directExecutor", true);
        System.exit(0);
    }
}
JAVA
"$home/bin/javac" -cp '*' Calls.java 2>/dev/null
echo "executor, switches a call:"
"$home/bin/java" -cp '*:.' Calls 2>/dev/null | tee seen
awk '{ n[$1] = $2 } END { exit !(n["default"] > 8 && n["directExecutor"] > 3.5) }' seen ||
    { echo "CHANGED: a call takes fewer switches" >&2; exit 1; }
echo "as seen: a call is many wake-ups"
