package interleave.tasks.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class TileTest {
    /** The definition, pixel by pixel: rows first, each sum cut to a byte, then columns. */
    private static byte[] convolved(byte[] picture) {
        return pass(pass(picture, 1, 0), 0, 1);
    }

    private static byte[] pass(byte[] pixels, int stepX, int stepY) {
        byte[] result = new byte[pixels.length];
        for (int y = 0; y < Tile.SIDE; y++)
            for (int x = 0; x < Tile.SIDE; x++) {
                int sum = 0;
                for (int k = -Tile.RADIUS; k <= Tile.RADIUS; k++)
                    sum += Tile.WEIGHTS[k + Tile.RADIUS] * pixel(pixels, x + k * stepX, y + k * stepY);
                result[y * Tile.SIDE + x] = (byte) (sum / 256);
            }
        return result;
    }

    private static int pixel(byte[] pixels, int x, int y) {
        return pixels[Math.clamp(y, 0, Tile.SIDE - 1) * Tile.SIDE + Math.clamp(x, 0, Tile.SIDE - 1)] & 0xff;
    }

    @Test
    void theBlurIsTheConvolutionByDefinition() {
        CRC32 crc = new CRC32();
        crc.update(convolved(Tile.picture()));
        assertEquals(Long.toHexString(crc.getValue()), Long.toHexString(Tile.CHECKSUM));
    }

    @Test
    void everyBlurFindsTheSame() {
        Tile tile = new Tile();
        for (int i = 0; i < 3; i++) assertEquals(Tile.CHECKSUM, tile.blur(Tile.picture()));
    }

    @Test
    void anotherPictureHasAnotherChecksum() {
        byte[] picture = Tile.picture();
        picture[Tile.SIDE * Tile.SIDE / 2] ^= (byte) 0x80;
        assertEquals(false, Tile.CHECKSUM == new Tile().blur(picture));
    }

    @Test
    void weightsAddUpToOne() {
        assertEquals(256, java.util.Arrays.stream(Tile.WEIGHTS).sum());
    }
}
