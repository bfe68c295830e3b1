package interleave.tasks.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.task.WrongResult;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpExchangeTest {
    private final HttpExchange exchange = new HttpExchange(0xabcL << 32);

    private boolean take(String text) throws IOException, WrongResult {
        byte[] bytes = text.getBytes(US_ASCII);
        System.arraycopy(bytes, 0, exchange.answer(), exchange.filled(), bytes.length);
        return exchange.take(bytes.length);
    }

    private String token() {
        return new String(exchange.next(), US_ASCII).substring(5, 21);
    }

    private static String answer(String token) {
        return "HTTP/1.1 200 OK\r\nServer: x\r\ncontent-LENGTH:  16\r\n\r\n" + token;
    }

    @Test
    void aRequestHasATokenOfItsOwn() {
        assertEquals(
                "GET /00000abc00000001 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", new String(exchange.next(), US_ASCII));
        assertEquals("00000abc00000002", token());
    }

    @Test
    void anAnswerMayComeInPiecesOfAnySize() throws Exception {
        for (int size = 1; size < 70; size++) {
            String text = answer(token());
            for (int at = 0; at < text.length(); at += size) {
                int end = Math.min(text.length(), at + size);
                assertEquals(end == text.length(), take(text.substring(at, end)));
            }
        }
    }

    @Test
    void anotherTokenIsAWrongResult() {
        String before = token();
        exchange.next();
        assertThrows(WrongResult.class, () -> take(answer(before)));
    }

    @Test
    void moreThanTheAnswerIsAWrongResult() {
        String token = token();
        assertThrows(WrongResult.class, () -> take(answer(token) + "!"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
                "\r\n\r\n",
                "SSH-2.0-OpenSSH_9.6\r\n\r\n"
            })
    void whatIsNoAnswerFails(String text) {
        exchange.next();
        assertThrows(IOException.class, () -> take(text));
    }

    @Test
    void theStatusIsNamed() {
        exchange.next();
        String words = assertThrows(IOException.class, () -> take("HTTP/1.1 503 Busy\r\n\r\n"))
                .getMessage();
        assertTrue(words.contains("503 Busy"), words);
    }

    @Test
    void anEndlessHeadFails() throws Exception {
        exchange.next();
        assertFalse(take("x".repeat(exchange.room() - 1)));
        assertThrows(IOException.class, () -> take("x"));
    }
}
