package interleave.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page as text: well-formed, by itself, and safe from what names hold. */
class HtmlTest {
    static final String HOSTILE =
            "\"><script>alert(1)</script>' onload='x & <b> \u202Egnp.exe\u0000\u001B[31m\uD800 </style></svg>";

    static Page page(String name) {
        Chart bars =
                new Chart.Bars(name, List.of(new Chart.Bar(name, 3, "3", 2, 4), new Chart.Bar("none", 0, "0", 0, 0)));
        Chart curve = new Chart.Curve(
                name,
                name,
                List.of(new Chart.Point(1, 10, "10"), new Chart.Point(8, 70, name), new Chart.Point(64, 65, "65")));
        Page.Part part = new Page.Part(
                name,
                Optional.of(new Page.Badge(Page.Badge.Kind.DEPENDS, name)),
                List.of(name, "more"),
                List.of(bars, curve, new Chart.Curve("one", "n", List.of(new Chart.Point(1, 0, "0")))),
                Optional.of(new Page.Numbers(List.of("number", name), List.of(List.of(name, name)))));
        return new Page(name, name, List.of(new Page.Fact(name, name)), List.of(part, part));
    }

    private static Document parsed(String html) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new StringReader(html.replace("<!DOCTYPE html>\n", ""))));
    }

    private static List<Element> elements(Document document, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = document.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) found.add((Element) nodes.item(i));
        return found;
    }

    @Test
    void aHostileNameIsTextAndNothingElse() throws Exception {
        String html = Html.of(page(HOSTILE));
        Document document = parsed(html);
        assertEquals(List.of(), elements(document, "script"));
        assertEquals(List.of(), elements(document, "b"));
        assertEquals(1, elements(document, "style").size());
        for (Element element : elements(document, "*"))
            for (int i = 0; i < element.getAttributes().getLength(); i++)
                assertFalse(element.getAttributes().item(i).getNodeName().startsWith("on"), element.getTagName());
        String shown = elements(document, "h1").getFirst().getTextContent();
        assertEquals("\"><script>alert(1)</script>' onload='x & <b> ?gnp.exe??[31m? </style></svg>", shown);
    }

    /** No request is made by reading it. */
    @Test
    void nothingIsFetched() throws Exception {
        String html = Html.of(page("http/virtual"));
        Document document = parsed(html);
        for (String element : List.of("script", "link", "img", "iframe", "object", "image", "use"))
            assertEquals(List.of(), elements(document, element), element);
        for (String word : List.of("http://", "https://", "url(", "@import", "src=", "href="))
            assertFalse(html.contains(word), word);
    }

    @Test
    void chartsSayInWordsWhatTheyShow() throws Exception {
        Document document = parsed(Html.of(page("http/virtual")));
        List<Element> charts = elements(document, "svg");
        assertEquals(6, charts.size());
        Map<String, Integer> ids = new TreeMap<>();
        elements(document, "*").forEach(each -> {
            if (each.hasAttribute("id")) ids.merge(each.getAttribute("id"), 1, Integer::sum);
        });
        for (Element chart : charts) {
            assertEquals("img", chart.getAttribute("role"));
            for (String id : chart.getAttribute("aria-labelledby").split(" "))
                assertEquals(1, ids.getOrDefault(id, 0), id);
        }
        assertTrue(charts.getFirst()
                .getElementsByTagName("desc")
                .item(0)
                .getTextContent()
                .contains("http/virtual: 3; none: 0"));
    }

    /** Of each colour of a text on each ground that it may stand on, by WCAG 2.2: 4.5 to 1. */
    @Test
    void textsCanBeReadInBothSchemes() {
        String[] schemes = Style.SHEET.split("prefers-color-scheme: dark");
        assertEquals(2, schemes.length);
        for (String scheme : schemes) {
            Map<String, String> colours = new TreeMap<>();
            Matcher matcher = Pattern.compile("--([a-z]+): (#[0-9a-f]{6});").matcher(scheme);
            while (matcher.find()) colours.put(matcher.group(1), matcher.group(2));
            for (String text : List.of("text", "faint", "good", "bad", "depends", "open"))
                for (String ground : List.of("ground", "card")) {
                    double contrast = contrast(colours.get(text), colours.get(ground));
                    assertTrue(contrast >= 4.5, text + " on " + ground + ": " + contrast);
                }
            // A bar is no text: 3 to 1, on its track too.
            assertTrue(contrast(colours.get("bar"), colours.get("track")) >= 3, colours.toString());
        }
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        double[] parts = new double[3];
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            parts[i] = part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }
}
