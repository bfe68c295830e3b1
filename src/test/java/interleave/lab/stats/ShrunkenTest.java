package interleave.lab.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShrunkenTest {
    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum() / (values.length - 1);
    }

    /** Processes alike whose windows alone differ, the worst that counting twice can do. */
    @Test
    void whatIsDrawnLiesNoFartherApartThanWhatWasMeasured() {
        Random random = new Random(1);
        List<Repeated> measured = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double[] windows = DoubleStream.generate(() -> 10 + random.nextGaussian())
                    .limit(2)
                    .toArray();
            measured.add(Repeated.ratio(windows, new double[] {1, 1}));
        }
        double[] values = measured.stream().mapToDouble(Repeated::value).toArray();
        SplittableRandom lot = new SplittableRandom(1);
        double[] twice = measured.stream().mapToDouble(one -> one.redrawn(lot)).toArray();
        Shrunken shrunken = Shrunken.of(measured, 1);
        double[] drawn = IntStream.range(0, 10)
                .mapToObj(i -> shrunken.redrawn(lot))
                .flatMapToDouble(Arrays::stream)
                .toArray();
        assertEquals(1.5, variance(twice) / variance(values), 0.15);
        assertEquals(1, variance(drawn) / variance(values), 0.15);
    }

    @Test
    void withoutWindowsNothingIsMoved() {
        Shrunken whole = Shrunken.of(List.of(Repeated.whole(3), Repeated.whole(5), Repeated.whole(4)), 1);
        assertEquals(1, whole.keep());
        assertEquals(3, whole.redrawn(new SplittableRandom(1)).length);
        assertArrayEquals(
                new double[] {3, 4, 5},
                Arrays.stream(IntStream.range(0, 20)
                                .mapToObj(i -> whole.redrawn(new SplittableRandom(i)))
                                .flatMapToDouble(Arrays::stream)
                                .toArray())
                        .distinct()
                        .sorted()
                        .toArray());
    }
}
