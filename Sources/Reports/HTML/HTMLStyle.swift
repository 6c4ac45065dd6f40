/// The style of a report, inside its one file: colours as light and dark pairs, then text, the first page, tables, charts,
/// narrow screens, forced colours and paper. Sizes are in rem; nothing on a screen is smaller than 1 rem.
public let style = colours + textStyle + firstPageStyle + tableStyle + pictureStyle + mediaStyle

/// Ink and soft are at least 6.4 to 1 on paper and wash in both themes, and so are plan and cost; rules are decoration.
private let colours = """
      :root { color-scheme: light dark;
        --paper: light-dark(#ffffff, #15191c); --wash: light-dark(#f4f6f7, #1e2428);
        --ink: light-dark(#1c2125, #e8ebed); --soft: light-dark(#525b63, #b0b8bf);
        --rule: light-dark(#cfd5d9, #3d464d); --edge: light-dark(#6b757d, #8b959d);
        --plan: light-dark(#0b5a8c, #84c4ef); --plan-tint: light-dark(#dfebf3, #1b3547);
        --cost: light-dark(#9c3a0e, #f3a57b); --cost-tint: light-dark(#f8e8df, #43291b);
        --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, serif;
        --sans: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
        --mono: ui-monospace, "Cascadia Mono", Consolas, Menlo, monospace; }

  """

private let textStyle = """
      *, ::before, ::after { box-sizing: border-box; }
      html { text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
      body { margin: 0; color: var(--ink); background: var(--paper); font: 1.0625rem/1.55 var(--sans); overflow-wrap: break-word; }
      h1, h2, .key dd { overflow-wrap: anywhere; }
      h1, h2 { font-family: var(--serif); font-weight: 400; text-wrap: balance; }
      h1 { margin: 0.25rem 0 0.75rem; font-size: 2.5rem; line-height: 1.15; }
      h2 { margin: 0 0 1rem; font-size: 1.75rem; line-height: 1.2; }
      h3, h4, h5, h6 { margin: 2rem 0 0.25rem; font-size: 1.1875rem; line-height: 1.35; text-wrap: balance; }
      h4, h5, h6 { font-size: 1.0625rem; }
      h1 small, h2 small, h3 small { display: block; margin-bottom: 0.375rem; font: 600 1rem/1.4 var(--sans); color: var(--soft); }
      p, ul { margin: 0 0 1rem; max-width: 68ch; text-wrap: pretty; }
      ul { padding-left: 1.25rem; }
      li { margin-bottom: 0.375rem; }
      a { color: var(--plan); text-underline-offset: 0.15em; }
      code { font: 1rem var(--mono); overflow-wrap: anywhere; }
      .year { white-space: nowrap; }
      .quiet { max-width: none; color: var(--soft); font-size: 1rem; }
      .bad { color: var(--cost); font-weight: 600; }
      :focus-visible { outline: 3px solid var(--plan); outline-offset: 2px; }
      .skip { position: absolute; left: -100rem; }
      .skip:focus { left: 1rem; top: 1rem; z-index: 1; padding: 0.5rem 1rem; background: var(--paper); }
      body > header, main, body > footer { max-width: 50rem; margin: 0 auto; padding: 0 1.25rem; }
      body > header { padding-top: 2rem; }
      body > footer { padding-block: 1rem 3rem; border-top: 1px solid var(--rule); color: var(--soft); font-size: 1rem; overflow-wrap: anywhere; }
      body > footer a { display: inline-block; padding: 0.25rem 0; }
      main { padding-bottom: 3rem; }
      main > section { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 1px solid var(--rule); }
      .contents { padding: 0.75rem 1.25rem 0; font-size: 1rem; line-height: 1.4; }
      .contents p { margin: 0; font-weight: 600; }
      .contents ol { margin: 0.25rem 0 1rem; padding: 0; list-style: none; }
      .contents li { margin: 0; }
      .contents a { display: block; padding: 0.25rem 0; text-decoration: none; }
      .contents a:hover { text-decoration: underline; }
      details { margin: 0.5rem 0 1rem; }
      summary { padding: 0.25rem 0; color: var(--plan); cursor: pointer; text-decoration: underline; text-underline-offset: 0.15em; }

  """

private let firstPageStyle = """
      .place { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; max-width: none; margin: 0; }
      .place span { min-width: 0; margin-right: auto; overflow-wrap: anywhere; }
      .place strong { padding: 0 0.5rem; border: 1px solid var(--edge); font-weight: 600; }
      .answer { max-width: none; margin: 1.5rem 0; font: 400 1.5rem/1.4 var(--serif); }
      .key { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); gap: 0 2rem; margin: 2rem 0 1rem; }
      .key div { display: grid; grid-row: span 3; grid-template-rows: subgrid; row-gap: 0; padding-top: 0.5rem; border-top: 2px solid var(--ink); }
      .key dt { font-weight: 600; line-height: 1.35; }
      .key dd { margin: 0; font: 400 2.125rem/1.3 var(--serif); }
      .why { color: inherit; text-decoration-style: dotted; text-decoration-thickness: 1px; }
      .key dd + dd { margin-bottom: 1.5rem; font: 1rem/1.45 var(--sans); color: var(--soft); }
      .note { margin: 1rem 0 1.5rem; padding: 0.75rem 1.25rem; border-left: 4px solid var(--edge); background: var(--wash); }
      .note.warning { border-left-color: var(--cost); }
      .note .title { font-weight: 600; margin-bottom: 0.375rem; }
      .facts .why { display: inline-block; min-width: 1.5rem; min-height: 1.5rem; }
      .note > :last-child, .note li:last-child { margin-bottom: 0; }
      .facts { display: grid; grid-template-columns: fit-content(60%) minmax(0, 1fr); gap: 0.25rem 1.5rem; margin: 1rem 0; font-size: 1rem; }
      .facts dt { color: var(--soft); }
      .facts > * { overflow-wrap: anywhere; }
      .facts dd { margin: 0; }

  """

private let tableStyle = """
      .scroll { margin: 0.75rem 0 1.5rem; overflow-x: auto; }
      table { width: 100%; border-collapse: collapse; font-size: 1rem; line-height: 1.4; }
      caption { position: sticky; left: 0; max-width: calc(100vw - 2.5rem); padding-bottom: 0.5rem; text-align: left; color: var(--soft); }
      caption :is(h2, h3, h4, h5, h6) { display: inline; margin: 0; font: inherit; font-weight: 600; color: var(--ink); }
      caption strong, figcaption strong { font-weight: 600; white-space: nowrap; }
      th, td { padding: 0.375rem 0 0.375rem 1.25rem; border-bottom: 1px solid var(--rule); font-weight: 400; text-align: left; vertical-align: top; }
      th:first-child { padding-left: 0; }
      thead { border-top: 2px solid var(--ink); }
      thead th { border-bottom: 1px solid var(--ink); font-weight: 600; vertical-align: bottom; }
      .figures td, .figures thead th + th { text-align: right; font-variant-numeric: lining-nums tabular-nums; }
      .figures td { white-space: nowrap; }
      .figures tbody th { min-width: 5rem; }
      .lines tbody th { min-width: 9rem; }
      .words { min-width: 44rem; }
      .words td.text { overflow-wrap: anywhere; }
      .words tbody th { min-width: 12.5rem; }
      .words td.text:nth-child(2):not(:last-child) { min-width: 8.5rem; }
      .words td:not(.text), .words thead th + th:not(.text) { text-align: right; font-variant-numeric: lining-nums tabular-nums; }
      table .text, table thead th.text { text-align: left; white-space: normal; }
      tbody th > a, .key .why { display: inline-block; min-width: 1.5rem; min-height: 1.5rem; }
      .same { color: var(--soft); }
      .total > * { border-top: 1px solid var(--ink); font-weight: 600; }
      .subtotal > * { border-top: 1px solid var(--soft); }
      .changed th { font-weight: 600; }
      .changed th::after { content: " (changed)"; font-weight: 400; color: var(--soft); }

  """

private let pictureStyle = """
      figure { margin: 0 0 0.5rem; }
      figcaption { margin: 0 0 0.75rem; color: var(--soft); font-size: 1rem; }
      .chart { display: block; width: calc(100% - var(--margin)); margin: 0 0 1rem var(--margin); overflow: visible; }
      .chart svg { width: 100%; overflow: visible; }
      .chart text { font: 1rem var(--sans); fill: var(--ink); }
      .chart text:not(.tick) { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
      .chart .between.between { stroke: var(--plan-tint); }
      .chart .tick { fill: var(--soft); font-variant-numeric: lining-nums tabular-nums; }
      .chart .name { font-weight: 600; }
      .chart .narrow { display: none; }
      .chart .limit-name { fill: var(--cost); }
      .chart .rule { stroke: var(--rule); }
      .chart .zero { stroke: var(--ink); stroke-width: 1.5; }
      .chart path { fill: none; vector-effect: non-scaling-stroke; }
      .chart .plan { stroke: var(--plan); stroke-width: 3.5; }
      .chart .without { stroke: var(--soft); stroke-width: 2.5; stroke-dasharray: 8 5; }
      .chart .base { stroke: var(--soft); stroke-width: 2; stroke-dasharray: 2 4; }
      .chart .beside { stroke: var(--plan); stroke-width: 2; stroke-dasharray: 10 4 2 4; }
      .chart .limit { stroke: var(--cost); stroke-width: 2; stroke-dasharray: 12 4; }
      .chart .gap, .chart .saves { fill: var(--plan-tint); }
      .chart .costs { fill: var(--cost-tint); }
      .chart .band { fill: color-mix(in srgb, var(--plan) 28%, var(--plan-tint)); stroke: var(--plan); stroke-width: 1; }
      .chart .dot { fill: var(--plan); stroke: var(--paper); stroke-width: 2; }
      .chart .part-1 { fill: var(--plan); stroke: var(--plan); stroke-width: 1.5; }
      .chart .part-2 { fill: var(--paper); stroke: var(--plan); stroke-width: 1.5; }
      .chart .part-3, .chart .part-4 { fill: var(--paper); stroke: var(--soft); stroke-width: 1.5; }
      .chart path.stripes-2, .chart path.stripes-3 { vector-effect: none; stroke: var(--plan); }
      .chart path.stripes-3 { stroke: var(--soft); }

  """

private let mediaStyle = """
      @media (min-width: 70rem) {
        body { display: grid; grid-template-columns: 14rem minmax(0, 50rem); justify-content: center; gap: 0 4rem; }
        body > header, main, body > footer { grid-column: 2; width: 100%; margin: 0; padding-inline: 0; }
        .contents { grid-area: 1 / 1 / span 3; position: sticky; top: 0; align-self: start; max-height: 100vh; padding: 1.5rem 0; overflow-y: auto; }
        @supports selector(::details-content) {
          .contents summary { display: none; }
          .contents ::details-content { content-visibility: visible; }
        }
      }
      @media (max-width: 40rem) {
        h1 { font-size: 1.875rem; }
        h2 { font-size: 1.5rem; }
        .answer { font-size: 1.3125rem; }
        .facts { grid-template-columns: minmax(0, 1fr); gap: 0; }
        .facts dd { margin-bottom: 0.5rem; }
        .note { padding-inline: 1rem; }
        .chart .fine { display: none; }
      .chart .narrow { display: inline; }
      }
      @media (forced-colors: active) {
        :root { --paper: Canvas; --wash: Canvas; --ink: CanvasText; --soft: CanvasText; --edge: ButtonBorder;
          --rule: color-mix(in srgb, CanvasText 40%, Canvas); --plan: LinkText; --plan-tint: Canvas; --cost: CanvasText; --cost-tint: Canvas; }
      }
      @media print {
        :root { color-scheme: light; --soft: #454d54; }
        html { font-size: 9.5pt; }
        h1, h2, h3 { text-wrap: wrap; }
        h2 { margin-bottom: 0.5rem; font-size: 1.375rem; }
        p, ul { max-width: none; orphans: 3; widows: 3; }
        .answer { margin: 1rem 0; }
        .key { margin: 1.25rem 0 0; }
        .key dd + dd { margin-bottom: 1rem; }
        .skip, .contents, footer, summary { display: none; }
        .aside:not([open]) > summary { display: block; color: var(--soft); text-decoration: none; }
        .aside:not([open]) > summary::marker { content: none; }
        .aside:not([open]) > summary::after { content: ": not printed here. What is opened on the screen is printed."; }
        body { display: block; }
        body > header, main { max-width: none; padding: 0; }
        main > section { margin-top: 1rem; padding-top: 1rem; }
        .scroll { overflow: visible; }
        .words { min-width: 0; }
        .words tbody th { min-width: 11rem; }
        .words td.text:nth-child(2):not(:last-child) { min-width: 8rem; }
        th, td { padding-block: 0.25rem; padding-left: 0.75rem; }
        th:first-child { padding-left: 0; }
        caption { position: static; max-width: none; }
        details:not(.aside)::details-content { content-visibility: visible; }
        details { margin: 0; }
        thead { display: table-header-group; }
        h2, tr, figure, .key, .note, .facts, .scroll:not(:has(.figures tr:nth-child(20), .words tr:nth-child(12))) { break-inside: avoid; }
        h1, h2, h3, h4, caption, figcaption, p:has(+ .scroll), thead { break-after: avoid; }
        a { color: inherit; text-decoration: none; }
      }
      @page { size: A4; margin: 18mm 18mm 16mm; @bottom-right { content: counter(page) " of " counter(pages); font: 9pt sans-serif; color: #454d54; } }

  """
