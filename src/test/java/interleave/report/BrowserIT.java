package interleave.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import interleave.program.Tools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reports as a browser shows them, on a telephone and on a desk, light and dark. With {@code -Dpictures=FOLDER} there
 * are pictures of them.
 */
class BrowserIT {
    /** The faults of a page by measure, a line each. */
    private static final String FAULTS = """
        (() => {
          const faults = [];
          const root = document.documentElement;
          if (root.scrollWidth > root.clientWidth) faults.push('the page is ' + root.scrollWidth + ' wide');
          const numbers = colour => colour.match(/[0-9.]+/g).map(Number);
          const luminance = colour => {
            const [r, g, b] = numbers(colour).slice(0, 3).map(part => part / 255)
              .map(part => part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const ground = element => {
            for (let e = element; e; e = e.parentElement) {
              const colour = getComputedStyle(e).backgroundColor;
              const parts = numbers(colour);
              if (parts.length < 4 || parts[3] > 0) return colour;
            }
            return 'rgb(255, 255, 255)';
          };
          let texts = 0;
          for (const element of document.body.querySelectorAll('*')) {
            const own = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
            const drawn = element.getClientRects().length > 0;
            if (!own || !drawn) continue;
            texts++;
            const style = getComputedStyle(element);
            const colour = element.namespaceURI.endsWith('svg') ? style.fill : style.color;
            const a = luminance(colour), b = luminance(ground(element));
            const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (contrast < 4.5) faults.push(contrast.toFixed(2) + ' to 1: ' + element.textContent.slice(0, 40));
          }
          if (texts < 10) faults.push('only ' + texts + ' texts are shown');
          for (const chart of document.querySelectorAll('svg')) {
            const edge = chart.getBoundingClientRect();
            const boxes = [...chart.querySelectorAll('text')].map(text => [text, text.getBoundingClientRect()]);
            boxes.forEach(([text, box], i) => {
              if (box.left < edge.left - 1 || box.right > edge.right + 1) faults.push('cut: ' + text.textContent);
              for (const [other, its] of boxes.slice(i + 1))
                if (box.left < its.right - 1 && its.left < box.right - 1 && box.top < its.bottom - 2
                    && its.top < box.bottom - 2) faults.push('over each other: ' + text.textContent + ' and '
                      + other.textContent);
            });
          }
          return faults.join('\\n');
        })()
        """;

    @TempDir
    private Path folder;

    @Test
    void pagesFitAndCanBeRead() throws Exception {
        String program = Tools.oneOf("chromium-headless-shell", "chromium");
        Path hostile = Files.writeString(folder.resolve("hostile.html"), Html.of(HtmlTest.page(HtmlTest.HOSTILE)));
        Path ours = Path.of("src/site/resources/lab/report.html").toAbsolutePath();
        try (Chromium browser = new Chromium(program, folder.resolve("profile"))) {
            for (Path page : List.of(hostile, ours))
                for (int width : new int[] {380, 1280})
                    for (boolean dark : new boolean[] {false, true}) {
                        browser.show(page, width, dark);
                        String name = page.getFileName() + ", " + width + (dark ? ", dark" : ", light");
                        picture(browser, name);
                        assertEquals("", browser.evaluate(FAULTS), name);
                        assertEquals(
                                String.valueOf(dark),
                                browser.evaluate("matchMedia('(prefers-color-scheme: dark)').matches"));
                    }
            for (JsonObject event : browser.events()) quiet(event);
        }
    }

    /** No script runs, nothing is complained of, and nothing is fetched but the page. */
    private static void quiet(JsonObject event) {
        String method = event.getString("method");
        assertTrue(!method.equals("Runtime.consoleAPICalled"), event.toString());
        assertTrue(!method.equals("Runtime.exceptionThrown"), event.toString());
        assertTrue(!method.equals("Log.entryAdded"), event.toString());
        if (method.equals("Network.requestWillBeSent"))
            assertTrue(
                    event.getObject("params")
                            .getObject("request")
                            .getString("url")
                            .startsWith("file:///"),
                    event.toString());
    }

    private static void picture(Chromium browser, String name) throws Exception {
        String pictures = System.getProperty("pictures", "");
        if (pictures.isEmpty()) return;
        String data = browser.ask("Page.captureScreenshot", "captureBeyondViewport", false)
                .getString("data");
        Files.write(
                Path.of(pictures, name.replace(", ", "-") + ".png"),
                Base64.getDecoder().decode(data));
    }
}
