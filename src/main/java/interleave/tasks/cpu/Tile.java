package interleave.tasks.cpu;

import java.util.zip.CRC32;

/**
 * A square of grey pixels and its Gaussian blur: 17 weights across, then down, with the edge pixels
 * repeated outwards. One thread at a time.
 */
final class Tile {
    static final int SIDE = 256;

    /** The CRC-32 of the blurred {@link #picture()}; a test finds the same by a plain two-dimensional convolution. */
    static final long CHECKSUM = 0x1674befdL;

    /** {@code 256 * exp(-x²/32) / sum}, trimmed so that they add up to 256. */
    static final int[] WEIGHTS = {4, 6, 9, 12, 16, 20, 22, 26, 26, 26, 22, 20, 16, 12, 9, 6, 4};

    static final int RADIUS = WEIGHTS.length / 2;

    private final int[] padded = new int[SIDE + 2 * RADIUS];
    private final int[] sums = new int[SIDE];
    private final byte[] across = new byte[SIDE * SIDE];
    private final byte[] blurred = new byte[SIDE * SIDE];
    private final CRC32 crc = new CRC32();

    /** Always the same, and without pattern. */
    static byte[] picture() {
        return Noise.bytes(SIDE * SIDE);
    }

    /** @return the checksum of the blurred picture */
    long blur(byte[] picture) {
        for (int y = 0; y < SIDE; y++) blurRow(picture, y);
        for (int y = 0; y < SIDE; y++) blurColumns(y);
        crc.reset();
        crc.update(blurred);
        return crc.getValue();
    }

    private void blurRow(byte[] picture, int y) {
        int row = y * SIDE;
        for (int x = 0; x < SIDE; x++) padded[RADIUS + x] = picture[row + x] & 0xff;
        java.util.Arrays.fill(padded, 0, RADIUS, padded[RADIUS]);
        java.util.Arrays.fill(padded, RADIUS + SIDE, padded.length, padded[RADIUS + SIDE - 1]);
        java.util.Arrays.fill(sums, 0);
        for (int k = 0; k < WEIGHTS.length; k++) {
            int weight = WEIGHTS[k];
            for (int x = 0; x < SIDE; x++) sums[x] += weight * padded[x + k];
        }
        for (int x = 0; x < SIDE; x++) across[row + x] = (byte) (sums[x] >>> 8);
    }

    private void blurColumns(int y) {
        java.util.Arrays.fill(sums, 0);
        for (int k = 0; k < WEIGHTS.length; k++) {
            int weight = WEIGHTS[k];
            int row = Math.clamp(y + k - RADIUS, 0, SIDE - 1) * SIDE;
            for (int x = 0; x < SIDE; x++) sums[x] += weight * (across[row + x] & 0xff);
        }
        int row = y * SIDE;
        for (int x = 0; x < SIDE; x++) blurred[row + x] = (byte) (sums[x] >>> 8);
    }
}
