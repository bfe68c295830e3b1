package interleave.cli;

import interleave.lab.SteppedBench;
import interleave.lab.advice.Need;
import interleave.lab.advice.Seen;
import interleave.spec.RunSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Places where models are measured in processes. */
record AdvicePlaces(Need need, SteppedBench.Room room) implements Advising.Places {
    @Override
    public Advising.Place open(RunSpec run, long lateNanos, long endNanos) {
        return new InProcess(new SteppedBench(room, need, run, lateNanos, endNanos));
    }

    @Override
    public List<Optional<String>> spoiled() {
        return room.spoiled();
    }

    private record InProcess(SteppedBench bench) implements Advising.Place {
        @Override
        public Seen at(OptionalInt pool, double ratePerSecond) throws NoAnswer, InterruptedException {
            return bench.at(pool, ratePerSecond);
        }

        @Override
        public boolean late() {
            return bench.late();
        }

        @Override
        public void interrupt() {
            bench.interrupt();
        }

        @Override
        public void close() {
            bench.close();
        }
    }
}
