package interleave.tasks.cpu;

import interleave.task.IdleStack;
import interleave.task.Task;
import interleave.task.WrongResult;
import java.util.function.IntSupplier;

/**
 * The blur of one tile, verified by its checksum. Tiles are used again, as many as were ever under way at once: virtual
 * threads are too many to own one each.
 */
public final class ImageTask implements Task.Blocking {
    private final IntSupplier side;
    private volatile Subject subject;

    /** All tiles of one size. */
    private static final class Subject {
        private final int side;
        private final byte[] picture;
        private final long checksum;
        private final IdleStack<Tile> idle = new IdleStack<>();

        Subject(int side) {
            this.side = side;
            picture = Tile.picture(side);
            checksum = Tile.checksum(side);
        }

        void blur() throws WrongResult {
            Tile tile = idle.pop().orElse(null);
            if (tile == null) tile = new Tile(side);
            long found = tile.blur(picture);
            idle.push(tile);
            if (found != checksum)
                throw new WrongResult("the blurred tile has the checksum " + Long.toHexString(found));
        }
    }

    /** @param side of the tile, in pixels; it may change at any time */
    public ImageTask(IntSupplier side) {
        this.side = side;
        subject = new Subject(side.getAsInt());
    }

    /** The first task with another size finds out what it must come to, as others may do at the same time. */
    @Override
    public void call() throws WrongResult {
        Subject now = subject;
        if (now.side != side.getAsInt()) {
            now = new Subject(side.getAsInt());
            subject = now;
        }
        now.blur();
    }

    @Override
    public void close() {}
}
