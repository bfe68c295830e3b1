package interleave.tasks.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {
    private static final String HOST = "Host: h\r\n";

    private final Requests requests = new Requests();

    private List<String> add(String text) throws Refusal {
        put(requests, text);
        List<String> tokens = new ArrayList<>();
        while (requests.next()) tokens.add(token(requests));
        return tokens;
    }

    private static void put(Requests requests, String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        int at = requests.grow(bytes.length);
        System.arraycopy(bytes, 0, requests.bytes(), at, bytes.length);
    }

    private static String token(Requests requests) {
        return new String(requests.bytes(), requests.tokenAt(), requests.tokenLength(), US_ASCII);
    }

    @Test
    void theTokenIsThePath() throws Refusal {
        assertEquals(List.of("0123"), add("GET /0123 HTTP/1.1\r\nHost: h\r\nAccept: */*\r\n\r\n"));
        assertFalse(requests.close());
        assertEquals(List.of(""), add("GET / HTTP/1.1\r\n\r\n"));
    }

    @Test
    void aProxysFormNamesThePathAsWell() throws Refusal {
        assertEquals(List.of("a/b?c"), add("GET http://127.0.0.1:80/a/b?c HTTP/1.1\r\n\r\n"));
        assertEquals(List.of(""), add("GET HTTP://h HTTP/1.1\r\n\r\n"));
        assertEquals(List.of("?q"), add("GET http://h?q HTTP/1.1\r\n\r\n"));
    }

    @Test
    void headIsARequestWhoseAnswerHasNoBody() throws Refusal {
        assertEquals(List.of("x"), add("HEAD /x HTTP/1.1\r\n\r\n"));
        assertTrue(requests.head());
        assertEquals(List.of("x"), add("GET /x HTTP/1.1\r\n\r\n"));
        assertFalse(requests.head());
    }

    @Test
    void linesMayEndInABareLfAndEmptyLinesComeBeforeARequest() throws Refusal {
        assertEquals(List.of("a", "b"), add("\r\n\nGET /a HTTP/1.1\nHost: h\n\n\nGET /b HTTP/1.1\r\n\r\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.1 |                       | false",
                "1.1 | Close                 | true",
                "1.1 | keep-alive            | false",
                "1.1 | TE, close             | true",
                "1.1 | keep-alive , CLOSE ,  | true",
                "1.1 | closed                | false",
                "1.7 |                       | false",
                "1.0 |                       | true",
                "1.0 | Keep-Alive            | false",
                "1.0 | keep-alive, close     | true"
            })
    void aWishToCloseIsSeen(String version, String connection, boolean close) throws Refusal {
        String field = connection == null ? "" : "connection:" + connection + "\r\n";
        assertEquals(List.of("x"), add("GET /x HTTP/" + version + "\r\n" + field + "\r\n"));
        assertEquals(close, requests.close());
        assertEquals(version.equals("1.0") && !close, requests.keptByRequest());
    }

    @Test
    void aWishToCloseMayStandInOneOfSeveralFields() throws Refusal {
        add("GET /x HTTP/1.1\r\nConnection: TE\r\nConnection: close\r\nConnection: Upgrade\r\n\r\n");
        assertTrue(requests.close());
        add("GET /x HTTP/1.1\r\n\r\n");
        assertFalse(requests.close());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "405 POST /x HTTP/1.1\r\n",
                "405 OPTIONS * HTTP/1.1\r\n",
                "405 CONNECT h:443 HTTP/1.1\r\n",
                "405 DELETE /x HTTP/1.0\r\n",
                "501 get /x HTTP/1.1\r\n",
                "501 BREW /x HTTP/1.1\r\n",
                "505 PRI * HTTP/2.0\r\n",
                "505 GET /x HTTP/2\r\n",
                "505 GET /x HTTP/0.9\r\n",
                "400 GET x HTTP/1.1\r\n",
                "400 GET http:///x HTTP/1.1\r\n",
                "400 GET  HTTP/1.1\r\n",
                "400 GET /x\r\n",
                "400 GET\r\n",
                "400 GET /x HTTP/1\r\r\n",
                "400 GET /x HTTP/1.\r\n",
                "400 GET /x HTTP/1.10\r\n",
                "400 GET /x http/1.1\r\n",
                "400 GET /x y HTTP/1.1\r\n",
                "400 GET /\u00e4 HTTP/1.1",
                "400 GET /\t HTTP/1.1",
                "400 GE\0",
                "400 \u0016\u0003\u0001",
                "400 {",
                "400 \rG",
                "400 P@ST /x HTTP/1.1\r\n",
                "413 GET /x HTTP/1.1\r\nContent-Length: 3\r\n",
                "413 GET /x HTTP/1.1\r\nTransfer-Encoding: Chunked\r\n",
                "501 GET /x HTTP/1.1\r\nTransfer-Encoding: gzip\r\n",
                "400 GET /x HTTP/1.1\r\nContent-Length: +0\r\n",
                "400 GET /x HTTP/1.1\r\nContent-Length:\r\n",
                "400 GET /x HTTP/1.1\r\nConnection\r\n",
                "400 GET /x HTTP/1.1\r\nHost : h\r\n",
                "400 GET /x HTTP/1.1\r\nA: b\r\n c\r\n",
                "400 GET /x HTTP/1.1\r\nA: b\rc\r\n",
                "400 GET /x HTTP/1.1\r\nA: \0\r\n"
            })
    void whatIsNotAnsweredIsRefusedAtOnce(String text) {
        Refusal why = assertThrows(Refusal.class, () -> add(text.substring(4)));
        assertEquals(text.substring(0, 3), String.valueOf(why.status()), why.getMessage());
    }

    @Test
    void aHeadMayBeSoLongAndNoLonger() throws Refusal {
        String begin = "GET /x HTTP/1.1\r\nA: ";
        String end = "\r\n\r\n";
        int room = Requests.LONGEST_HEAD - begin.length() - end.length();
        assertEquals(List.of("x"), add(begin + "a".repeat(room) + end));
        Refusal why = assertThrows(Refusal.class, () -> add(begin + "a".repeat(room + 1) + end));
        assertEquals(431, why.status());
    }

    @Test
    void anEndlessPathIsTooLong() throws Refusal {
        add("GET /" + "x".repeat(Requests.LONGEST_HEAD - 5));
        assertEquals(414, assertThrows(Refusal.class, () -> add("x")).status());
    }

    /** Whatever the pieces, the same is found in the same bytes, and refused at the same one. */
    @Test
    void itDoesNotMatterHowTheBytesAreCut() {
        SplittableRandom random = new SplittableRandom(1);
        String[] parts = {
            "GET /one HTTP/1.1\r\n" + HOST + "\r\n",
            "HEAD /two HTTP/1.0\nConnection: TE, Keep-Alive\n\n",
            "GET http://h/three HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n",
            "\r\n",
            "GET /" + "p".repeat(4000) + " HTTP/1.1\r\n\r\n",
            "GET /h HTTP/1.1\r\nA: " + "h".repeat(8164) + "\r\n\r\n",
            "GET /i HTTP/1.1\r\nA: " + "h".repeat(8165) + "\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\nx",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "\u0016\u0003\u0001",
            "GET /x HTTP/1.1\r\nbad field: \r\n\r\n",
            "GET /" + "q".repeat(9000)
        };
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(1, 6); i > 0; i--) text.append(parts[random.nextInt(parts.length)]);
            List<String> whole = found(text.toString(), random, text.length());
            int longest = random.nextInt(1, 1 << random.nextInt(1, 14));
            assertEquals(whole, found(text.toString(), random, longest), text.toString());
        }
    }

    /** All that is found, and what is refused and how many bytes later. */
    private static List<String> found(String text, SplittableRandom random, int longest) {
        Requests requests = new Requests();
        List<String> found = new ArrayList<>();
        try {
            for (int at = 0, to; at < text.length(); at = to) {
                to = longest == text.length() ? longest : Math.min(text.length(), at + random.nextInt(1, longest + 1));
                put(requests, text.substring(at, to));
                while (requests.next())
                    found.add(token(requests) + requests.head() + requests.close() + requests.keptByRequest());
            }
        } catch (Refusal e) {
            found.add(e.status() + e.getMessage());
        }
        return found;
    }
}
