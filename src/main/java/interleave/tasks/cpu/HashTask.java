package interleave.tasks.cpu;

import interleave.task.IdleStack;
import interleave.task.Task;
import interleave.task.WrongResult;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** SHA-256 of 64 KiB, verified by the digest that is known for them. Digests are used again. */
final class HashTask implements Task.Blocking {
    static final int BYTES = 64 << 10;

    /** Of {@link Noise}; found by another program. */
    static final String DIGEST = "c373a95f7bf08b05fcf087c412bd9b4bccb378720db7bdf041d0e2b11abf958e";

    private final byte[] data = Noise.bytes(BYTES);
    private final byte[] expected = HexFormat.of().parseHex(DIGEST);
    private final IdleStack<MessageDigest> idle = new IdleStack<>();

    @Override
    public void call() throws NoSuchAlgorithmException, WrongResult {
        MessageDigest digest = idle.pop().orElse(null);
        if (digest == null) digest = MessageDigest.getInstance("SHA-256");
        byte[] found = digest.digest(data);
        idle.push(digest);
        if (!Arrays.equals(found, expected))
            throw new WrongResult("the digest is " + HexFormat.of().formatHex(found));
    }

    @Override
    public void close() {}
}
