package interleave.tasks.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import interleave.task.WrongResult;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {
    private static final int USUAL = 256;

    /** Of the usual size it is a constant, so that the first task does not wait for it. */
    @Test
    void theBlurIsTheConvolutionByDefinition() {
        CRC32 crc = new CRC32();
        crc.update(new Convolution(USUAL).of(Tile.picture(USUAL)));
        assertEquals(Long.toHexString(crc.getValue()), Long.toHexString(Tile.checksum(USUAL)));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 17, 100, USUAL, 300, 1024})
    void everyBlurFindsTheSame(int side) {
        Tile tile = new Tile(side);
        for (int i = 0; i < 3; i++) assertEquals(Tile.checksum(side), tile.blur(Tile.picture(side)));
    }

    @Test
    void anotherPictureHasAnotherChecksum() {
        byte[] picture = Tile.picture(USUAL);
        picture[USUAL * USUAL / 2] ^= (byte) 0x80;
        assertNotEquals(Tile.checksum(USUAL), new Tile(USUAL).blur(picture));
    }

    @Test
    void theSizeCanChangeBetweenTasks() throws WrongResult {
        AtomicInteger side = new AtomicInteger(USUAL);
        ImageTask task = new ImageTask(side::get);
        for (int next : new int[] {USUAL, 20, 20, 400, USUAL}) {
            side.set(next);
            task.call();
        }
    }

    @Test
    void weightsAddUpToOne() {
        assertEquals(256, java.util.Arrays.stream(Tile.WEIGHTS).sum());
    }
}
