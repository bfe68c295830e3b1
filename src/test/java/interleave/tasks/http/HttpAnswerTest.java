package interleave.tasks.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAnswerTest {
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, Chunked\r\n\r\n"
            + "6;name=\"a;b\"\r\nhello \r\n00000006 \r\nworld\n\r\n0\r\nX-Sum: 1\r\nX: 2\r\n\r\n";

    private final HttpAnswer answer = new HttpAnswer();

    /** Takes it byte by byte; gives at which it was whole, 0 if at none. */
    private int byByte(String text) throws IOException {
        byte[] bytes = text.getBytes(ISO_8859_1);
        answer.begin();
        for (int i = 0; i < bytes.length; i++) if (answer.take(bytes, i, 1)) return i + 1;
        return 0;
    }

    private boolean take(String text) throws IOException {
        answer.begin();
        return answer.take(text.getBytes(ISO_8859_1), 0, text.length());
    }

    private String failure(String text) {
        return assertThrows(IOException.class, () -> take(text)).getMessage();
    }

    @Test
    void chunksMayBeCutAnywhere() throws Exception {
        byte[] bytes = CHUNKED.getBytes(ISO_8859_1);
        for (int a = 0; a < bytes.length; a++)
            for (int b = a; b < bytes.length; b++) {
                answer.begin();
                assertFalse(answer.take(bytes, 0, a));
                assertFalse(answer.take(bytes, a, b - a));
                assertTrue(answer.take(bytes, b, bytes.length - b), a + " " + b);
                assertEquals(12, answer.bodyLength());
                assertFalse(answer.last());
            }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        "HTTP/1.1 200 OK~Content-Length: 5~~hello"                          | 5 | false
        "HTTP/1.1 200~content-length:5~~hello"                              | 5 | false
        "HTTP/1.1 204 No Content~~"                                         | 0 | false
        "HTTP/1.1 200 OK~Content-Length: 0~Connection: Keep-Alive, CLOSE~~" | 0 | true
        "HTTP/1.0 200 OK~Content-Length: 2~~ok"                             | 2 | true
        "HTTP/1.0 200 OK~Content-Length: 2~Connection: keep-alive~~ok"      | 2 | false
        "HTTP/1.1 100 Continue~~HTTP/1.1 103 Early Hints~Link: <a>~~HTTP/1.1 200 OK~Content-Length: 1~~x" | 1 | false
        "HTTP/1.1 200 OK~X-Folded: a~ b~	c~Content-Length:~  3~~abc"         | 3 | false
        "HTTP/1.1 200 OK~Connection: x,~ close~Content-Length: 1~~a"        | 1 | true
        "HTTP/1.1 200 OK~Content-Length: 2~Content-Length: 2~~ok"           | 2 | false
        "HTTP/1.1 200 OK~Transfer-Encoding: chunked~Content-Length: 99~~1~a~0~~" | 1 | false
        """)
    void theEndOfAnAnswerIsWhereItsHeadSays(String text, int length, boolean last) throws Exception {
        for (String lineEnd : new String[] {"\r\n", "\n"}) {
            String whole = text.replace("~", lineEnd);
            assertEquals(whole.length(), byByte(whole));
            assertEquals(length, answer.bodyLength());
            assertEquals(last, answer.last());
            assertTrue(take(whole));
        }
    }

    @Test
    void withoutALengthItEndsWithTheConnection() throws Exception {
        assertFalse(take("HTTP/1.1 200 OK\r\n\r\nsome text"));
        assertTrue(answer.last());
        answer.ended();
        assertTrue(answer.whole());
        assertEquals(9, answer.bodyLength());
    }

    @Test
    void aConnectionThatEndsTooEarlyIsToldByWhatHasCome() throws Exception {
        answer.begin();
        assertEquals(
                "the server closed the connection without an answer",
                assertThrows(IOException.class, answer::ended).getMessage());
        for (int length = 1; length < CHUNKED.length(); length++) {
            take(CHUNKED.substring(0, length));
            assertEquals(
                    "the server closed the connection within an answer",
                    assertThrows(IOException.class, answer::ended).getMessage());
        }
    }

    @Test
    void whatFollowsAnAnswerIsNoneOfIt() {
        assertEquals(
                "the server sent more than its answer", failure("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nabc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "<html>", "HTTP/2 200", "\0\0\4", "ICY 200 OK\r\n", "\r\n"})
    void withoutAHeadItIsNoAnswer(String text) {
        assertEquals("the server's answer is not HTTP/1.1 or 1.0", failure(text));
    }

    @Test
    void aServerThatSpeaksTlsIsNamedAsOne() {
        assertEquals("the server speaks TLS: a target is asked over http:// alone", failure("\u0015\3\1\0\2\2F"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 2x0 OK\r\n\r\n",
                "HTTP/1.1 20\r\n\r\n",
                "HTTP/1.1 2000\r\n\r\n",
                "HTTP/1.1200 OK\r\n\r\n",
                "HTTP/1.1 \r\n",
                "HTTP/1.1\n",
                "HTTP/1.1 099 \n"
            })
    void aStatusThatIsNoneIsRefused(String text) {
        assertEquals("the server's answer begins with no status", failure(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        "Content-Length: x"                          | the server's Content-Length is no number
        "Content-Length: -1"                         | the server's Content-Length is no number
        "Content-Length:"                            | the server's Content-Length is no number
        "Content-Length: 99999999999999999999"       | the server's Content-Length is no number
        "Content-Length: 1~Content-Length: 2"        | the server's answer has two lengths
        "no colon"                                   | the server's head has a line that is no field
        ": no name"                                  | the server's head has a line that is no field
        " a line that goes on"                       | the server's head begins with half a field
        "Transfer-Encoding: chunked~~zz"             | the server's chunks make no sense
        "Transfer-Encoding: chunked~~~"              | the server's chunks make no sense
        "Transfer-Encoding: chunked~~-1~"            | the server's chunks make no sense
        "Transfer-Encoding: chunked~~1~abc"          | the server's chunks make no sense
        "Transfer-Encoding: chunked~~ffffffffffffffff~" | the server's chunks make no sense
        """)
    void aHeadOrChunksThatMakeNoSenseAreRefused(String lines, String words) {
        assertEquals(words, failure("HTTP/1.1 200 OK\r\n" + lines.replace("~", "\r\n") + "\r\n\r\n"));
    }

    @Test
    void whatHasNoEndIsRefused() {
        assertEquals(
                "the server sent a head of more than 65536 bytes",
                failure("HTTP/1.1 200 OK\r\nX: " + "y".repeat(70_000)));
        String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertEquals("the server's chunks make no sense", failure(chunked + "1;" + "y".repeat(5000)));
        assertEquals("the server's chunks make no sense", failure(chunked + "0\r\n" + "X: y\r\n".repeat(20_000)));
    }

    @Test
    void statusAndLocationAreSafeToPrint() throws Exception {
        take("HTTP/1.1 302 Found\u001b[31m\r\nLocation: /a\u0007b\r\nContent-Length: 0\r\n\r\n");
        assertEquals("302 Found?[31m", answer.statusLine());
        assertEquals("/a?b", answer.location());
    }

    /** Whatever comes is an answer or a failure in words, never anything else. */
    @Test
    void noBytesMakeItStumble() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = CHUNKED.getBytes(ISO_8859_1);
            for (int edits = 1 + random.nextInt(6); edits > 0; edits--)
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            answer.begin();
            try {
                answer.take(bytes, 0, bytes.length);
            } catch (IOException e) {
                assertTrue(e.getMessage().startsWith("the server"), e.getMessage());
            }
        }
    }
}
