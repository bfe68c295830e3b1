package interleave.metric;

import java.util.Arrays;

/**
 * The newest readings of one metric, in a ring of fixed capacity. Immutable: {@link #plus} gives a new one. A missing
 * reading keeps its place, as a gap.
 */
public final class History {
    private static final float GAP = Float.NaN;

    private final float[] values;
    private final int size;
    private final long total;

    private History(float[] values, int size, long total) {
        this.values = values;
        this.size = size;
        this.total = total;
    }

    public static History ofCapacity(int capacity) {
        return new History(new float[capacity], 0, 0);
    }

    public History plus(Reading reading) {
        float[] next = Arrays.copyOf(values, values.length);
        next[(int) (total % next.length)] = reading instanceof Reading.Value(double value) ? (float) value : GAP;
        return new History(next, Math.min(size + 1, next.length), total + 1);
    }

    public int size() {
        return size;
    }

    /** How many readings were ever added: lets a graph keep its columns in place while it scrolls. */
    public long total() {
        return total;
    }

    /** Whether there is a number {@code age} steps back; 0 is the newest. */
    public boolean has(int age) {
        return age >= 0 && age < size && !Float.isNaN(raw(age));
    }

    /** The number {@code age} steps back. Ask {@link #has} first. */
    public double at(int age) {
        if (!has(age)) throw new IllegalArgumentException("no reading " + age + " steps back");
        return raw(age);
    }

    private float raw(int age) {
        return values[(int) ((total - 1 - age) % values.length)];
    }
}
