package interleave.tasks.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.tasks.serve.Requests.BadRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {
    private final Requests requests = new Requests();

    private List<String> add(String text) throws BadRequest {
        byte[] bytes = text.getBytes(US_ASCII);
        int at = requests.grow(bytes.length);
        System.arraycopy(bytes, 0, requests.bytes(), at, bytes.length);
        List<String> tokens = new ArrayList<>();
        while (requests.next())
            tokens.add(new String(requests.bytes(), requests.tokenAt(), requests.tokenLength(), US_ASCII));
        return tokens;
    }

    @Test
    void theTokenIsThePath() throws BadRequest {
        assertEquals(List.of("0123"), add("GET /0123 HTTP/1.1\r\nHost: h\r\nAccept: */*\r\n\r\n"));
        assertFalse(requests.close());
        assertEquals(List.of(""), add("GET / HTTP/1.1\r\n\r\n"));
    }

    @Test
    void requestsMayComeInPiecesOfAnySizeAndBackToBack() throws BadRequest {
        String text =
                "GET /one HTTP/1.1\r\nHost: h\r\n\r\nGET /two HTTP/1.1\r\n\r\nGET /three?x=1 HTTP/1.1\r\nA: b\r\n\r\n";
        for (int size = 1; size <= text.length(); size++) {
            List<String> tokens = new ArrayList<>();
            for (int at = 0; at < text.length(); at += size)
                tokens.addAll(add(text.substring(at, Math.min(text.length(), at + size))));
            assertEquals(List.of("one", "two", "three?x=1"), tokens);
        }
    }

    @Test
    void aWishToCloseIsSeen() throws BadRequest {
        add("GET /x HTTP/1.1\r\nconnection: Close\r\n\r\n");
        assertTrue(requests.close());
        add("GET /x HTTP/1.1\r\nConnection: keep-alive\r\n\r\n");
        assertFalse(requests.close());
        add("GET /x HTTP/1.0\r\n\r\n");
        assertTrue(requests.close());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /x HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc",
                "GET x HTTP/1.1\r\n\r\n",
                "GET /x\r\n\r\n",
                "GET /x HTTP/2\r\n\r\n",
                "GET /x y HTTP/1.1\r\n\r\n",
                "GET /x HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc",
                "GET /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "GET /x HTTP/1.1\r\nConnection\r\n\r\n",
                "\r\n\r\n",
                "\0\0\0\0\r\n\r\n"
            })
    void whatIsNoRequestIsBad(String text) {
        assertThrows(BadRequest.class, () -> add(text));
    }

    @Test
    void anEndlessHeadIsBad() throws BadRequest {
        add("GET /" + "x".repeat(Requests.LONGEST_HEAD - 5));
        assertThrows(BadRequest.class, () -> add("x"));
    }
}
