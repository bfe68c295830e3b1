package interleave.report;

/**
 * The style sheet of a page. Blue and orange of Okabe and Ito (2008), which all kinds of colour-blindness tell apart;
 * texts have a contrast of 4.5 to 1 and more on their ground (WCAG 2.2, AA).
 */
final class Style {
    static final String SHEET = """
        :root { color-scheme: light dark;
          --ground: #ffffff; --text: #1b1f24; --faint: #57606a; --line: #d0d7de; --card: #f6f8fa;
          --bar: #0072b2; --spread: #1b1f24; --track: #e6eaef;
          --good: #00604a; --bad: #a2301a; --depends: #755300; --open: #57606a; }
        @media (prefers-color-scheme: dark) { :root {
          --ground: #12161b; --text: #e8ebef; --faint: #a9b1ba; --line: #3a424c; --card: #1b2027;
          --bar: #56b4e9; --spread: #e8ebef; --track: #2b323b;
          --good: #58d3ab; --bad: #ff9f80; --depends: #f0c75a; --open: #a9b1ba; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--text);
          font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; }
        main { max-width: 46rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; overflow-wrap: anywhere; }
        h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
        h2 { font-size: 1.15rem; line-height: 1.3; margin: 0 0 .4rem; }
        p { margin: .4rem 0; }
        .summary { font-size: 1.05rem; }
        .more, dt { color: var(--faint); font-size: .9rem; }
        .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .6rem 1.25rem;
          margin: 1rem 0; padding: .9rem 1rem; background: var(--card); border: 1px solid var(--line);
          border-radius: .5rem; }
        dd { margin: 0; } .long { grid-column: 1 / -1; }
        section { margin-top: 2rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
        .badge { display: inline-block; margin: 0 0 .3rem; padding: .05rem .55rem; border: 2px solid;
          border-radius: .4rem; font-weight: 700; font-size: .9rem; letter-spacing: .02em; }
        .good { color: var(--good); } .bad { color: var(--bad); }
        .depends { color: var(--depends); } .open { color: var(--open); }
        figure { margin: .8rem 0; max-width: 34rem; }
        svg { display: block; width: 100%; height: auto; }
        svg text { fill: var(--text); font: 12px system-ui, "Noto Sans", sans-serif; }
        svg .faint { fill: var(--faint); }
        svg .bar { fill: var(--bar); } svg .track { fill: var(--track); }
        svg .spread { stroke: var(--spread); stroke-width: 1.5; }
        svg .axis { stroke: var(--line); } svg .curve { fill: none; stroke: var(--bar); stroke-width: 2; }
        .wide { overflow-x: auto; margin: .8rem 0; }
        table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
        th, td { padding: .25rem .75rem .25rem 0; text-align: right; border-bottom: 1px solid var(--line);
          white-space: nowrap; overflow-wrap: normal; font-weight: 400; }
        th:first-child { text-align: left; } thead th { color: var(--faint); }
        @media print { section { break-inside: avoid; } .wide { overflow: visible; }
          main { max-width: none; padding: 0; } svg { print-color-adjust: exact; } }
        """;

    private Style() {}
}
