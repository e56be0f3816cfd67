package app.aisha.adapters.http;

import java.util.List;
import java.util.stream.Stream;

/**
 * Spellings of addresses that lead into the own network, or look as if they led to FAL. Every one is to stay unasked, whoever
 * wrote it.
 */
public final class ForeignAddresses {

    private static final List<String> HOSTS = List.of(
            "127.0.0.1",
            "127.1",
            "127.0.1",
            "0",
            "0.0.0.0",
            "2130706433",
            "0x7f000001",
            "0x7f.0.0.1",
            "0x7f.1",
            "017700000001",
            "0177.0.0.1",
            "0177.1",
            "127.000.000.001",
            "127.0.0.1.",
            "127.127.127.127",
            "localhost",
            "LOCALHOST",
            "localhost.",
            "localhost.localdomain",
            "[::1]",
            "[0:0:0:0:0:0:0:1]",
            "[::]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[0:0:0:0:0:ffff:127.0.0.1]",
            "[::127.0.0.1]",
            "[64:ff9b::7f00:1]",
            "①②⑦.⓪.⓪.①",
            "127。0。0。1",
            "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
            "10.0.0.1",
            "172.16.0.1",
            "192.168.0.1",
            "169.254.169.254",
            "[fd00:ec2::254]",
            "metadata.google.internal",
            "127.0.0.1.nip.io",
            "fal.media.127.0.0.1.nip.io",
            "fal.media.evil.example",
            "evilfal.media",
            "fal-media",
            "v3.fal.media.",
            "v3.fal.media%00.evil.example",
            "v3。fal。media");

    private static final List<String> FORMS = List.of(
            "http://%s:%d/a.png",
            "https://%s:%d/a.png",
            "http://v3.fal.media@%s:%d/a.png",
            "https://v3.fal.media:443@%s:%d/a.png",
            "https://%s:%d/a.png?https://v3.fal.media/a.png",
            "https://%s:%d#@v3.fal.media/a.png",
            "https://%s:%d\\@v3.fal.media/a.png",
            "//%s:%d/v3.fal.media",
            "ftp://%s:%d/a.png",
            "HTTPS://user:secret@%s:%d/a.png");

    private static final List<String> OTHERS = List.of(
            "file:///etc/passwd",
            "file://localhost/etc/passwd",
            "FILE:/etc/passwd",
            "jar:http://127.0.0.1:%d/a.jar!/",
            "gopher://127.0.0.1:%d/_GET",
            "dict://127.0.0.1:%d/",
            "data:image/png;base64,AAAA",
            "netdoc:/etc/passwd",
            "ldap://127.0.0.1:%d/a",
            "http:127.0.0.1:%d/a",
            "http:/127.0.0.1:%d/a",
            "http:///127.0.0.1:%d/a",
            "https://v3.fal.media:%d/a.png",
            "http://v3.fal.media/a.png",
            "\thttp://127.0.0.1:%d/",
            " http://127.0.0.1:%d/",
            "http://127.0.0.1:%d\r\nHost: v3.fal.media/",
            "",
            "/a.png",
            "a.png");

    private ForeignAddresses() {}

    /**
     * All of them.
     *
     * @param port where somebody listens who counts who comes
     */
    public static List<String> leadingTo(int port) {
        return Stream.concat(
                        HOSTS.stream().flatMap(host -> FORMS.stream().map(form -> form.formatted(host, port))),
                        OTHERS.stream().map(form -> form.replace("%d", String.valueOf(port))))
                .toList();
    }
}
