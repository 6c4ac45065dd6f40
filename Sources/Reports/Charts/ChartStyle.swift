/// The style of a chart that stands alone. Its colours are written out, and darkness asked for, so that a word processor
/// or a drawing program that knows no variables shows it too.
let chartStyle = """
      svg svg { overflow: visible; }
      .paper { fill: #ffffff; }
      text { font: 16px system-ui, sans-serif; fill: #1c2125; }
      text:not(.tick) { paint-order: stroke; stroke: #ffffff; stroke-width: 4px; stroke-linejoin: round; }
      text.between.between { stroke: #dfebf3; }
  .tick { fill: #525b63; font-variant-numeric: lining-nums tabular-nums; }
      .name { font-weight: 600; }
  .narrow { display: none; }
      .limit-name { fill: #9c3a0e; }
      .rule { stroke: #cfd5d9; }
      .zero { stroke: #1c2125; stroke-width: 1.5; }
      path { fill: none; vector-effect: non-scaling-stroke; }
      .plan { stroke: #0b5a8c; stroke-width: 3.5; }
      .without { stroke: #525b63; stroke-width: 2.5; stroke-dasharray: 8 5; }
      .base { stroke: #525b63; stroke-width: 2; stroke-dasharray: 2 4; }
      .beside { stroke: #0b5a8c; stroke-width: 2; stroke-dasharray: 10 4 2 4; }
      .limit { stroke: #9c3a0e; stroke-width: 2; stroke-dasharray: 12 4; }
      .gap, .saves { fill: #dfebf3; }
      .costs { fill: #f8e8df; }
      .band { fill: #b9d6e8; stroke: #0b5a8c; stroke-width: 1; }
      .dot { fill: #0b5a8c; stroke: #ffffff; stroke-width: 2; }
      .part-1 { fill: #0b5a8c; stroke: #0b5a8c; stroke-width: 1.5; }
      .part-2 { fill: #ffffff; stroke: #0b5a8c; stroke-width: 1.5; }
      .part-3, .part-4 { fill: #ffffff; stroke: #525b63; stroke-width: 1.5; }
      .stripes-2, .stripes-3 { vector-effect: none; stroke: #0b5a8c; }
      .stripes-3 { stroke: #525b63; }
      @media (prefers-color-scheme: dark) {
        .paper { fill: #15191c; }
        text { fill: #e8ebed; }
        text:not(.tick) { stroke: #15191c; }
    text.between.between { stroke: #1b3547; }
        .tick { fill: #b0b8bf; }
        .limit-name { fill: #f3a57b; }
        .rule { stroke: #3d464d; }
        .zero { stroke: #e8ebed; }
        .plan { stroke: #84c4ef; }
        .without, .base { stroke: #b0b8bf; }
        .beside { stroke: #84c4ef; }
        .limit { stroke: #f3a57b; }
        .gap, .saves { fill: #1b3547; }
        .costs { fill: #43291b; }
        .band { fill: #2a5873; stroke: #84c4ef; }
        .dot { fill: #84c4ef; stroke: #15191c; }
        .part-1 { fill: #84c4ef; stroke: #84c4ef; }
        .part-2 { fill: #15191c; stroke: #84c4ef; }
        .part-3, .part-4 { fill: #15191c; stroke: #b0b8bf; }
        .stripes-2 { stroke: #84c4ef; }
        .stripes-3 { stroke: #b0b8bf; }
      }

  """
