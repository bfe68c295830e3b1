package interleave.task;

/** The blur of one tile, verified by its checksum. The asynchronous form has nothing to wait for: it is done at once. */
final class ImageTask {
    private ImageTask() {}

    static final class Blocking implements Task.Blocking {
        private final Tiles tiles = new Tiles();

        @Override
        public void call() throws WrongResult {
            tiles.blurOne();
        }

        @Override
        public void close() {}
    }

    static final class Async implements Task.Async {
        private final Tiles tiles = new Tiles();

        @Override
        public void start(Completion done) {
            try {
                tiles.blurOne();
            } catch (WrongResult e) {
                done.failed(e);
                return;
            }
            done.completed();
        }

        @Override
        public void close() {}
    }

    /** Tiles that are used again, as many as were ever under way at once: virtual threads are too many to own one each. */
    private static final class Tiles {
        private final byte[] picture = Tile.picture();
        private final IdleStack<Tile> idle = new IdleStack<>();

        void blurOne() throws WrongResult {
            Tile tile = idle.pop().orElse(null);
            if (tile == null) tile = new Tile();
            long checksum = tile.blur(picture);
            idle.push(tile);
            if (checksum != Tile.CHECKSUM)
                throw new WrongResult("the blurred tile has the checksum " + Long.toHexString(checksum));
        }
    }
}
