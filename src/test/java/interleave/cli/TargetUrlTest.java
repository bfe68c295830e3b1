package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.spec.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetUrlTest {
    @TempDir
    private Path folder;

    private TargetUrl urls;

    @BeforeEach
    void hosts() throws Exception {
        String hosts = "# 127.0.0.1 commented\n127.0.1.1\tbox box.example # x\n::1 box\n10.1.2.3 db\nnonsense\n";
        urls = new TargetUrl(Files.writeString(folder.resolve("hosts"), hosts));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        http://127.0.0.1:3000/path    | 127.0.0.1:3000 | 127.0.0.1               | 3000 | /path
        http://127.0.0.1              | 127.0.0.1      | 127.0.0.1               | 80   | /
        HTTP://127.9.9.9:80?q=a%20b&c | 127.9.9.9      | 127.9.9.9               | 80   | /?q=a%20b&c
        http://[::1]:3000/            | [::1]:3000     | 0:0:0:0:0:0:0:1         | 3000 | /
        http://LocalHost:3000         | localhost:3000 | 127.0.0.1 0:0:0:0:0:0:0:1 | 3000 | /
        http://api.localhost:3000     | api.localhost:3000 | 127.0.0.1 0:0:0:0:0:0:0:1 | 3000 | /
        http://box/                   | box            | 127.0.1.1 0:0:0:0:0:0:0:1 | 80   | /
        """)
    void aServerOfThisMachineHasAddressesWithoutAnybodyBeingAsked(
            String url, String host, String addresses, int port, String path) throws Exception {
        Target target = urls.parse(url, false);
        assertEquals(
                List.of(host, List.of(addresses.split(" ")), port, path),
                List.of(target.host(), target.addresses(), target.port(), target.path()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''                          | must begin with http://, as in http://127.0.0.1:3000/
        localhost:3000              | must begin with http://, as in http://127.0.0.1:3000/
        ftp://127.0.0.1/            | must begin with http://, as in http://127.0.0.1:3000/
        https://127.0.0.1/          | asks for TLS, which is not spoken: use http://
        http://                     | is no URL, as in http://127.0.0.1:3000/ or http://[::1]:3000/path?query
        http:///path                | must name a host, as in http://127.0.0.1:3000/
        http://127.0.0.1:0/         | must have a port from 1 to 65535, as in http://127.0.0.1:3000/
        http://127.0.0.1:70000/     | must have a port from 1 to 65535, as in http://127.0.0.1:3000/
        http://127.0.0.1:port/      | must name a host, as in http://127.0.0.1:3000/
        http://[::1/                | is no URL, as in http://127.0.0.1:3000/ or http://[::1]:3000/path?query
        http://me:x@127.0.0.1/      | must not name a user: nobody logs in
        http://127.0.0.1/#top       | must not have a part behind #, which no server is told
        'http://127.0.0.1/a b'      | must be written in ASCII without blanks: %20 is a blank, %C3%A9 an é
        http://127.0.0.1/é          | must be written in ASCII without blanks: %20 is a blank, %C3%A9 an é
        http://127.0.0.1/%zz        | is no URL, as in http://127.0.0.1:3000/ or http://[::1]:3000/path?query
        http://10.0.0.1/            | must be on this machine, on 127.0.0.1, [::1] or localhost; --remote-target allows another one
        http://0.0.0.0:3000/        | must be on this machine, on 127.0.0.1, [::1] or localhost; --remote-target allows another one
        http://db/                  | must be on this machine, on 127.0.0.1, [::1] or localhost; --remote-target allows another one
        """)
    void whatCannotBeATargetIsSaidInOneLine(String url, String words) {
        assertEquals(
                words,
                assertThrows(TargetUrl.Unusable.class, () -> urls.parse(url, false))
                        .getMessage());
    }

    @Test
    void aNameThatNoFileHasIsNotLookedUpElsewhere() {
        String words = assertThrows(TargetUrl.Unusable.class, () -> urls.parse("http://commented/", false))
                .getMessage();
        assertTrue(words.startsWith("must be on this machine, and commented is in no line of "), words);
    }

    @Test
    void anotherMachineIsAllowedWhereAskedFor() throws Exception {
        assertEquals(List.of("10.1.2.3"), urls.parse("http://db/", true).addresses());
        assertEquals(
                List.of("10.0.0.1"), urls.parse("http://10.0.0.1:8080/", true).addresses());
    }
}
