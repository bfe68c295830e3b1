package interleave.kernel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Messages of generic netlink: a header, a command, and attributes, each with its length in front. Pure. */
final class NetlinkMessage {
    static final int NLMSG_ERROR = 2;
    private static final short NLM_F_REQUEST = 1;
    private static final int HEADER = 16;
    private static final int COMMAND = 4;
    private static final int ATTRIBUTE = 4;
    /** Nested, or in network order: not part of the type. */
    private static final int TYPE_MASK = 0x3fff;

    private static final String CUT_OFF = "the kernel's answer over netlink is cut off";

    private NetlinkMessage() {}

    /** Writes a question with one attribute of text. */
    static void write(ByteBuffer to, int family, int command, int attribute, String text) {
        byte[] name = text.getBytes(StandardCharsets.US_ASCII);
        begin(to, family, command, attribute, name.length + 1);
        to.put(name).put((byte) 0);
        end(to);
    }

    /** Writes a question with one attribute of a number. */
    static void write(ByteBuffer to, int family, int command, int attribute, int number) {
        begin(to, family, command, attribute, Integer.BYTES);
        to.putInt(number);
        end(to);
    }

    private static void begin(ByteBuffer to, int family, int command, int attribute, int length) {
        to.putInt(0).putShort((short) family).putShort(NLM_F_REQUEST).putInt(0).putInt(0);
        to.put((byte) command).put((byte) 1).putShort((short) 0);
        to.putShort((short) (ATTRIBUTE + length)).putShort((short) attribute);
    }

    private static void end(ByteBuffer to) {
        while (to.position() % 4 != 0) to.put((byte) 0);
        to.putInt(0, to.position());
    }

    /** The error that an answer is, positive as errno(3) has it; 0 if it is none. */
    static int error(ByteBuffer answer) throws IOException {
        if (answer.limit() < HEADER) throw Unreadable.malformed(CUT_OFF);
        if (answer.getShort(4) != NLMSG_ERROR) return 0;
        if (answer.limit() < HEADER + Integer.BYTES) throw Unreadable.malformed(CUT_OFF);
        return -answer.getInt(HEADER);
    }

    /** The attributes of an answer that is no error. */
    static ByteBuffer attributes(ByteBuffer answer) throws IOException {
        int length = answer.limit() < HEADER ? 0 : answer.getInt(0);
        if (length < HEADER + COMMAND || length > answer.limit()) throw Unreadable.malformed(CUT_OFF);
        return slice(answer, HEADER + COMMAND, length);
    }

    /**
     * The content of an attribute.
     *
     * @throws Unreadable if there is none of this type
     */
    static ByteBuffer find(ByteBuffer attributes, int type) throws IOException {
        for (int at = 0; at + ATTRIBUTE <= attributes.limit(); ) {
            int length = attributes.getShort(at) & 0xffff;
            if (length < ATTRIBUTE || at + length > attributes.limit()) throw Unreadable.malformed(CUT_OFF);
            if ((attributes.getShort(at + 2) & TYPE_MASK) == type)
                return slice(attributes, at + ATTRIBUTE, at + length);
            at += (length + 3) & ~3;
        }
        throw Unreadable.malformed("the kernel's answer over netlink lacks a part");
    }

    private static ByteBuffer slice(ByteBuffer of, int from, int to) {
        return of.slice(from, to - from).order(of.order());
    }
}
