package interleave.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DescriptorOutputTest {
    private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();
    private int room;
    private int waits;

    /** As a non-blocking pipe of four bytes: what finds no room is not taken, and that is no error. */
    private final WritableByteChannel pipe = new WritableByteChannel() {
        @Override
        public int write(ByteBuffer bytes) {
            int count = Math.min(room, bytes.remaining());
            for (int i = 0; i < count; i++) arrived.write(bytes.get());
            room -= count;
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    };

    @Test
    void whereThereIsNoRoomItWaitsAndAllArrives() throws IOException {
        try (DescriptorOutput out = new DescriptorOutput(pipe, () -> {
            waits++;
            room = 4;
        })) {
            out.write("<twenty-two characters>".getBytes(StandardCharsets.US_ASCII), 1, 21);
            out.write('s');
        }
        assertEquals("twenty-two characterss", arrived.toString(StandardCharsets.US_ASCII));
        assertEquals(6, waits);
    }
}
