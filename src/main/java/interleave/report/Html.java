package interleave.report;

import java.util.List;
import java.util.Locale;

/** A {@link Page} as HTML. Pure. */
public final class Html {
    /** Facts of more letters have a row of their own. */
    private static final int LONG = 50;

    private Html() {}

    public static String of(Page page) {
        Markup html = new Markup();
        html.raw("<!DOCTYPE html>\n").begin("html", "lang", "en").begin("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.with("title", page.title());
        html.begin("style").raw(Style.SHEET).end("style").end("head");
        html.begin("body").begin("main");
        html.with("h1", page.title()).with("p", page.summary(), "class", "summary");
        facts(html, page.facts());
        for (int i = 0; i < page.parts().size(); i++) part(html, page.parts().get(i), i);
        html.end("main").end("body").end("html");
        return html.toString();
    }

    private static void facts(Markup html, List<Page.Fact> facts) {
        html.begin("dl", "class", "facts");
        for (Page.Fact fact : facts) {
            html.begin("div", "class", fact.value().length() > LONG ? "long" : "short");
            html.with("dt", fact.name()).with("dd", fact.value());
            html.end("div");
        }
        html.end("dl");
    }

    private static void part(Markup html, Page.Part part, int number) {
        html.begin("section", "aria-labelledby", "part-" + number);
        html.with("h2", part.title(), "id", "part-" + number);
        part.badge()
                .ifPresent(badge -> html.with(
                        "p",
                        badge.words(),
                        "class",
                        "badge " + badge.kind().name().toLowerCase(Locale.ROOT)));
        for (int i = 0; i < part.words().size(); i++)
            html.with("p", part.words().get(i), "class", i == 0 ? "why" : "more");
        for (int i = 0; i < part.charts().size(); i++) {
            html.begin("figure");
            Svg.draw(html, part.charts().get(i), "chart-" + number + "-" + i);
            html.end("figure");
        }
        part.numbers().ifPresent(numbers -> table(html, numbers));
        html.end("section");
    }

    private static void table(Markup html, Page.Numbers numbers) {
        html.begin("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", "numbers");
        html.begin("table").begin("thead").begin("tr");
        for (String head : numbers.head()) html.with("th", head, "scope", "col");
        html.end("tr").end("thead").begin("tbody");
        for (List<String> row : numbers.rows()) {
            html.begin("tr");
            for (int i = 0; i < row.size(); i++) {
                if (i == 0) html.with("th", row.get(i), "scope", "row");
                else html.with("td", row.get(i));
            }
            html.end("tr");
        }
        html.end("tbody").end("table").end("div");
    }
}
