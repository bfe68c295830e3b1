package interleave.metric;

import java.util.Arrays;

/**
 * The newest readings of one metric by time, in a ring of fixed capacity: one for each slot of a {@link Timeline}.
 * Immutable: {@link #plus} gives a new one. A slot without a reading is a gap; one with several has their mean.
 */
public final class History {
    private static final float GAP = Float.NaN;

    /** So many a new history has room for: each reading copies them all, and most programs are soon ended. */
    private static final int FIRST_ROOM = 64;

    private final int capacity;
    /** As long as the capacity, or as it has had to be until now: a reading's place is its slot until that. */
    private final float[] values;

    private final int size;
    private final long total;
    /** The number of readings that the newest slot is the mean of. */
    private final int merged;
    /** Its place in the ring. */
    private final int newest;

    private History(int capacity, float[] values, int size, long total, int merged) {
        this.capacity = capacity;
        this.values = values;
        this.size = size;
        this.total = total;
        this.merged = merged;
        this.newest = total == 0 ? 0 : (int) ((total - 1) % values.length);
    }

    public static History ofCapacity(int capacity) {
        return new History(capacity, new float[Math.min(capacity, FIRST_ROOM)], 0, 0, 0);
    }

    /** With a reading in the next slot. */
    public History plus(Reading reading) {
        return plus(reading, total, 1);
    }

    /**
     * With a reading in a slot. Slots that are left out are gaps. A slot older than the newest stays as it is.
     *
     * @param slot counted from this history's first, which is 0
     * @param covered of how many slots the reading tells: this one and those before it, as far as they are new
     */
    public History plus(Reading reading, long slot, long covered) {
        if (slot < 0 || slot < total - 1) return this;
        float value = reading instanceof Reading.Value(double number) ? (float) number : GAP;
        return slot == total - 1 ? merged(value) : further(value, slot, covered);
    }

    private History merged(float value) {
        if (Float.isNaN(value)) return this;
        float[] next = Arrays.copyOf(values, values.length);
        next[newest] = merged == 0 ? value : (next[newest] * merged + value) / (merged + 1);
        return new History(capacity, next, size, total, merged + 1);
    }

    private History further(float value, long slot, long covered) {
        float[] next = Arrays.copyOf(values, room(slot + 1));
        for (long each = Math.max(total, slot + 1 - next.length); each <= slot; each++)
            next[(int) (each % next.length)] = each > slot - covered ? value : GAP;
        int filled = (int) Math.min(next.length, size + slot + 1 - total);
        return new History(capacity, next, filled, slot + 1, Float.isNaN(value) ? 0 : 1);
    }

    private int room(long slots) {
        return slots <= values.length ? values.length : (int) Math.min(capacity, 2 * slots);
    }

    public int size() {
        return size;
    }

    /** The number of slots that there ever were: lets a graph keep its columns in place while it scrolls. */
    public long total() {
        return total;
    }

    /** True if there is a number {@code age} slots back; 0 is the newest. */
    public boolean has(int age) {
        return age >= 0 && age < size && !Float.isNaN(raw(age));
    }

    /** The number {@code age} slots back. Ask {@link #has} first. */
    public double at(int age) {
        if (!has(age)) throw new IllegalArgumentException("no reading " + age + " slots back");
        return raw(age);
    }

    /** The number {@code age} slots back, or not a number where there is none: one question for graphs. */
    public double orNaN(int age) {
        return age >= 0 && age < size ? raw(age) : Double.NaN;
    }

    private float raw(int age) {
        int place = newest - age;
        return values[place >= 0 ? place : place + values.length];
    }
}
