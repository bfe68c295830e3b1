package interleave.supervisor;

import interleave.run.Frames;
import interleave.wire.Message;
import interleave.wire.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;

/** A child process that misbehaves as its argument says, for tests. */
final class FakeWorker {
    private FakeWorker() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.println(
                Messages.toLine(new Message.Hello(ProcessHandle.current().pid(), 0, "")));
        System.out.println(Messages.toLine(new Message.Report(Frames.at(250, 5, 100, 1, 1, 20))));
        switch (arguments[0]) {
            case "obey" -> System.in.transferTo(OutputStream.nullOutputStream());
            case "stop" -> System.in.read();
            case "crash" -> throw new IllegalStateException("crashed as ordered");
            case "hang" -> new CountDownLatch(1).await();
            case "babble" -> babble();
            case "garble" -> System.out.println("{\"type\":\"frame\",\"seq[0.123s][info][gc] GC(0) Pause Young");
            case "memory" -> exhaust();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** As a JVM does that is asked for its log, before, between and behind messages. */
    private static void babble() throws IOException {
        for (int i = 0; i < 100; i++) System.out.println("[0." + i + "s][info][gc] GC(" + i + ") Pause Young");
        System.out.println(Messages.toLine(new Message.Report(Frames.at(500, 7, 100, 1, 1, 20))));
        System.in.transferTo(OutputStream.nullOutputStream());
    }

    private static void exhaust() {
        long[][] blocks = new long[1 << 20][];
        for (int i = 0; i < blocks.length; i++) blocks[i] = new long[1 << 20];
    }
}
