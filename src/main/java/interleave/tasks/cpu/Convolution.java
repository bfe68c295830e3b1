package interleave.tasks.cpu;

/**
 * The blur of {@link Tile} by its definition, pixel by pixel: rows first, each sum cut to a byte, then columns. It is
 * slower, and what a faster one is held against.
 *
 * @param side of the square picture, in pixels
 */
record Convolution(int side) {
    byte[] of(byte[] picture) {
        return pass(pass(picture, 1, 0), 0, 1);
    }

    private byte[] pass(byte[] pixels, int stepX, int stepY) {
        byte[] result = new byte[pixels.length];
        for (int y = 0; y < side; y++)
            for (int x = 0; x < side; x++) result[y * side + x] = sum(pixels, x, y, stepX, stepY);
        return result;
    }

    private byte sum(byte[] pixels, int x, int y, int stepX, int stepY) {
        int sum = 0;
        for (int k = -Tile.RADIUS; k <= Tile.RADIUS; k++)
            sum += Tile.WEIGHTS[k + Tile.RADIUS] * pixel(pixels, x + k * stepX, y + k * stepY);
        return (byte) (sum / 256);
    }

    private int pixel(byte[] pixels, int x, int y) {
        return pixels[Math.clamp(y, 0, side - 1) * side + Math.clamp(x, 0, side - 1)] & 0xff;
    }
}
