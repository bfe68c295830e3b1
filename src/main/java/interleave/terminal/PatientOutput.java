package interleave.terminal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/**
 * A terminal, all of whose bytes arrive: a plain stream until its descriptor is found to be non-blocking, then a {@link
 * DescriptorOutput}. A program that shares the terminal may have left it so, or does so now: the flag is of the open
 * terminal, not of a process. One thread.
 */
// start-up: the classes of a channel are too many for the way to the first picture.
final class PatientOutput extends OutputStream {
    /** A frame went out in part, and then as a whole: what the terminal shows now is uncertain. */
    static final class TornException extends IOException {
        private static final long serialVersionUID = 1;

        private TornException(IOException cause) {
            super("a frame was cut short", cause);
        }
    }

    /** CAN ends a sequence of which only the beginning got through. */
    private static final byte[] CANCEL = {0x18};

    private final FileOutputStream out;
    private final Runnable writable;
    private DescriptorOutput patient;

    /**
     * @param nonBlocking whether the descriptor is so at the beginning
     * @param writable waits until the descriptor takes bytes, or gives an error
     */
    PatientOutput(FileOutputStream out, BooleanSupplier nonBlocking, Runnable writable) {
        this.out = out;
        this.writable = writable;
        if (nonBlocking.getAsBoolean()) patient = patient();
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet});
    }

    /**
     * Returns once all has been taken.
     *
     * @throws TornException when it has, but a part of it twice
     */
    @Override
    public void write(byte[] bytes) throws IOException {
        if (patient != null) {
            patient.write(bytes);
            return;
        }
        try {
            out.write(bytes);
        } catch (IOException e) {
            // Without a free descriptor nobody can be asked if it is non-blocking now. One that is gone fails again.
            patient = patient();
            patient.write(CANCEL);
            patient.write(bytes);
            throw new TornException(e);
        }
    }

    private DescriptorOutput patient() {
        return new DescriptorOutput(out.getChannel(), writable);
    }
}
