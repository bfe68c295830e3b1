package interleave.tasks.cpu;

/** Bytes without pattern, which are always the same. */
final class Noise {
    private Noise() {}

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        long state = 1;
        for (int i = 0; i < length; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            bytes[i] = (byte) (state >>> 56);
        }
        return bytes;
    }
}
