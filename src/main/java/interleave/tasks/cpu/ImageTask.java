package interleave.tasks.cpu;

import interleave.task.IdleStack;
import interleave.task.Task;
import interleave.task.WrongResult;

/**
 * The blur of one tile, verified by its checksum. Tiles are used again, as many as were ever under way at once: virtual
 * threads are too many to own one each.
 */
public final class ImageTask implements Task.Blocking {
    private final byte[] picture = Tile.picture();
    private final IdleStack<Tile> idle = new IdleStack<>();

    @Override
    public void call() throws WrongResult {
        Tile tile = idle.pop().orElse(null);
        if (tile == null) tile = new Tile();
        long checksum = tile.blur(picture);
        idle.push(tile);
        if (checksum != Tile.CHECKSUM)
            throw new WrongResult("the blurred tile has the checksum " + Long.toHexString(checksum));
    }

    @Override
    public void close() {}
}
