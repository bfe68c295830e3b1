package interleave.cli;

import interleave.kernel.KernelText;
import interleave.spec.Limits;
import interleave.spec.Target;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The address of a server as people type it. Names are looked up without asking anybody: {@code localhost}, and what
 * the file of hosts says; only with {@code --remote-target} by the system, which may ask a name server.
 */
final class TargetUrl {
    private static final String EXAMPLE = ", as in http://127.0.0.1:3000/";
    private static final String SCHEME = "http";
    private static final int USUAL_PORT = 80;
    private static final int LONGEST = 4096;

    /** A URL that cannot be a target. The message is the end of a sentence that begins with it. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String words) {
            super(words);
        }
    }

    private final Path hosts;

    /** @param hosts the file of hosts (hosts(5)) */
    TargetUrl(Path hosts) {
        this.hosts = hosts;
    }

    /** @param remote whether it may be another machine */
    Target parse(String text, boolean remote) throws Unusable {
        URI url = url(text);
        int port = url.getPort() < 0 ? USUAL_PORT : url.getPort();
        if (port < 1 || port > Limits.HIGHEST_PORT)
            throw new Unusable("must have a port from 1 to " + Limits.HIGHEST_PORT + EXAMPLE);
        String host = url.getHost().toLowerCase(Locale.ROOT);
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new Target(
                text,
                port == USUAL_PORT ? host : host + ":" + port,
                addresses(host, remote),
                port,
                url.getRawQuery() == null ? path : path + "?" + url.getRawQuery(),
                OptionalLong.empty(),
                Duration.ZERO);
    }

    private static URI url(String text) throws Unusable {
        String scheme = text.contains("://") ? text.substring(0, text.indexOf("://")) : "";
        if (scheme.equalsIgnoreCase("https")) throw new Unusable("asks for TLS, which is not spoken: use http://");
        if (!scheme.equalsIgnoreCase(SCHEME)) throw new Unusable("must begin with http://" + EXAMPLE);
        if (text.length() > LONGEST) throw new Unusable("must not be longer than " + LONGEST + " characters");
        for (int i = 0; i < text.length(); i++)
            if (text.charAt(i) <= ' ' || text.charAt(i) >= 0x7f)
                throw new Unusable("must be written in ASCII without blanks: %20 is a blank, %C3%A9 an é");
        try {
            URI url = new URI(text);
            if (url.getRawFragment() != null)
                throw new Unusable("must not have a part behind #, which no server is told");
            if (url.getRawUserInfo() != null) throw new Unusable("must not name a user: nobody logs in");
            if (url.getHost() == null) throw new Unusable("must name a host" + EXAMPLE);
            return url;
        } catch (URISyntaxException e) {
            throw new Unusable("is no URL" + EXAMPLE + " or http://[::1]:3000/path?query");
        }
    }

    private List<String> addresses(String host, boolean remote) throws Unusable {
        String plain = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        List<InetAddress> found = literal(plain);
        if (found.isEmpty())
            found = plain.equals("localhost") || plain.endsWith(".localhost") ? loopback() : named(plain);
        if (found.isEmpty() && remote) found = lookedUp(plain);
        if (!remote) {
            if (found.isEmpty())
                throw new Unusable("must be on this machine, and " + plain + " is in no line of " + hosts + other());
            if (!found.stream().allMatch(InetAddress::isLoopbackAddress))
                throw new Unusable("must be on this machine, on 127.0.0.1, [::1] or localhost" + other());
        }
        return found.stream().map(InetAddress::getHostAddress).distinct().toList();
    }

    private static String other() {
        return "; --remote-target allows another one";
    }

    /** Empty for what is a name. */
    private static List<InetAddress> literal(String text) {
        try {
            return List.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** By either protocol, as a browser has it: which of them a server takes that listens on localhost differs. */
    private static List<InetAddress> loopback() {
        return List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"));
    }

    private List<InetAddress> named(String name) {
        List<InetAddress> found = new ArrayList<>();
        for (String line : KernelText.orNothing(hosts).split("\n")) {
            String[] words = line.replaceFirst("#.*", "").strip().split("\\s+");
            if (Stream.of(words).skip(1).anyMatch(name::equalsIgnoreCase)) found.addAll(literal(words[0]));
        }
        return found;
    }

    private static List<InetAddress> lookedUp(String name) throws Unusable {
        try {
            return List.of(InetAddress.getAllByName(name));
        } catch (UnknownHostException e) {
            throw new Unusable("names a host that is not known: " + name);
        }
    }
}
