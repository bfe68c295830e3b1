package interleave.execution;

/** For how long this process has stood still: stopped, frozen, or its virtual machine was. Any thread. */
public interface Pauses {
    Pauses NONE = new Pauses() {
        @Override
        public long soFar() {
            return 0;
        }

        @Override
        public long until(long nanos) {
            return 0;
        }
    };

    /** The shortest pause that counts: a task that is late by less has not been held up. */
    long LEAST_NANOS = 500_000_000;

    /** Since the process began, in nanoseconds, as far as is known now. */
    long soFar();

    /**
     * The same for certain. Who was late asks this before it makes up for anything; the answer may take a third of a
     * second.
     *
     * @param nanos the time of the question: a standstill that ended before is in it
     */
    long until(long nanos);
}
