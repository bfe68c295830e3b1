package interleave.tasks.cpu;

import java.util.zip.CRC32;

/**
 * A square of grey pixels and its Gaussian blur: 17 weights across, then down, with the edge pixels
 * repeated outwards. One thread at a time.
 */
final class Tile {
    private static final int USUAL = 256;

    /** The CRC-32 of the blurred {@link #picture} of the usual size; a test finds the same pixel by pixel. */
    private static final long CHECKSUM = 0x1674befdL;

    /** {@code 256 * exp(-x²/32) / sum}, trimmed so that they add up to 256. */
    static final int[] WEIGHTS = {4, 6, 9, 12, 16, 20, 22, 26, 26, 26, 22, 20, 16, 12, 9, 6, 4};

    static final int RADIUS = WEIGHTS.length / 2;

    private final int side;
    private final int[] padded;
    private final int[] sums;
    private final byte[] across;
    private final byte[] blurred;
    private final CRC32 crc = new CRC32();

    /** @param side in pixels */
    Tile(int side) {
        this.side = side;
        padded = new int[side + 2 * RADIUS];
        sums = new int[side];
        across = new byte[side * side];
        blurred = new byte[side * side];
    }

    /** Always the same, and without pattern. */
    static byte[] picture(int side) {
        return Noise.bytes(side * side);
    }

    /** The one that its blurred picture must have: by {@link Convolution}, but for the usual size. */
    static long checksum(int side) {
        if (side == USUAL) return CHECKSUM;
        CRC32 crc = new CRC32();
        crc.update(new Convolution(side).of(picture(side)));
        return crc.getValue();
    }

    /** @return the checksum of the blurred picture */
    long blur(byte[] picture) {
        for (int y = 0; y < side; y++) blurRow(picture, y);
        for (int y = 0; y < side; y++) blurColumns(y);
        crc.reset();
        crc.update(blurred);
        return crc.getValue();
    }

    private void blurRow(byte[] picture, int y) {
        int row = y * side;
        for (int x = 0; x < side; x++) padded[RADIUS + x] = picture[row + x] & 0xff;
        java.util.Arrays.fill(padded, 0, RADIUS, padded[RADIUS]);
        java.util.Arrays.fill(padded, RADIUS + side, padded.length, padded[RADIUS + side - 1]);
        java.util.Arrays.fill(sums, 0);
        for (int k = 0; k < WEIGHTS.length; k++) {
            int weight = WEIGHTS[k];
            for (int x = 0; x < side; x++) sums[x] += weight * padded[x + k];
        }
        for (int x = 0; x < side; x++) across[row + x] = (byte) (sums[x] >>> 8);
    }

    private void blurColumns(int y) {
        java.util.Arrays.fill(sums, 0);
        for (int k = 0; k < WEIGHTS.length; k++) {
            int weight = WEIGHTS[k];
            int row = Math.clamp(y + k - RADIUS, 0, side - 1) * side;
            for (int x = 0; x < side; x++) sums[x] += weight * (across[row + x] & 0xff);
        }
        int row = y * side;
        for (int x = 0; x < side; x++) blurred[row + x] = (byte) (sums[x] >>> 8);
    }
}
