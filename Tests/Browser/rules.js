// What axe-core does not see of a report. `rules()` looks at the page as it is shown now and gives a list of faults, each the name of a
// rule and where it is broken: "blank-cell: td in table-households". Every rule has its fault planted in faults.py.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const words = element => element.textContent.replace(/\s+/g, ' ').trim();
  const where = element => {
    const near = element.closest('[id]');
    return element.tagName.toLowerCase() + (near ? ' in ' + near.id : '') + (words(element) ? ' "' + words(element).slice(0, 40) + '"' : '');
  };
  const shown = element => element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) && element.getClientRects().length > 0;

  // Colours: what a browser computed, as red, green, blue of 0 to 255.
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const cache = new Map();
  const colour = text => {
    if (!cache.has(text)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      cache.set(text, [...canvas.getImageData(0, 0, 1, 1).data]);
    }
    return cache.get(text);
  };
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
  const contrast = (a, b) => {
    const [low, high] = [light(colour(a)), light(colour(b))].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };

  const paper = () => getComputedStyle(document.body).backgroundColor;
  const tests = {
    'language': () => document.documentElement.lang === 'en-GB' ? [] : ['html'],
    'title': () => /\d{4}-\d{2}|\S: \S/.test(document.title) ? [] : ['"' + document.title + '" names no years and no owner'],
    'viewport': () => {
      const meta = document.querySelector('meta[name=viewport]');
      return meta && /width=device-width/.test(meta.content) && !/maximum-scale|user-scalable/.test(meta.content) ? [] : ['meta'];
    },
    'landmarks': () => ['body > header', 'body > nav[aria-label]', 'body > main', 'body > footer']
      .filter(one => all(one).length !== 1).map(one => all(one).length + ' of ' + one)
      .concat(all('body > *').filter(e => !e.matches('.skip, header, nav, main, footer')).map(where)),
    'headings': () => {
      const heads = all('h1, h2, h3, h4, h5, h6');
      const faults = all('h1').length === 1 && heads[0]?.tagName === 'H1' ? [] : [all('h1').length + ' h1, first ' + heads[0]?.tagName];
      heads.forEach((head, at) => { if (at && +head.tagName[1] > +heads[at - 1].tagName[1] + 1) faults.push(where(head)); });
      return faults.concat(heads.filter(head => !words(head)).map(where));
    },
    'skip-link': () => {
      const first = document.querySelector('a[href], button, input, select, summary, [tabindex]');
      return first?.matches('a[href^="#"]') && document.querySelector(first.getAttribute('href'))?.matches('main') ? [] : ['the first stop'];
    },
    'id': () => {
      const ids = all('[id]').map(e => e.id);
      const seen = new Set(), twice = ids.filter(id => seen.has(id) || !seen.add(id));
      return twice.concat(ids.filter(id => /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}|^\d+$|\s/i.test(id)));
    },
    'link': () => all('a[href^="#"]').filter(a => !document.getElementById(decodeURIComponent(a.getAttribute('href').slice(1)))).map(where),
    'link-words': () => all('a').filter(a => {
      const name = (a.getAttribute('aria-label') ?? words(a)).toLowerCase();
      return !name || /^(click )?(here|more|read more|link|this)[.:]?$/.test(name);
    }).map(where),
    'svg': () => all('svg').filter(svg => !svg.parentElement.closest('svg') && (svg.getAttribute('aria-hidden') !== 'true'
      || svg.getAttribute('focusable') !== 'false' || svg.hasAttribute('role'))).map(where)
      .concat(all('svg[alt], svg *[id], svg title').map(where)),
    'svg-type': () => all('svg text').filter(t => shown(t) && parseFloat(getComputedStyle(t).fontSize) < 12).map(where),
    // A label's halo is as the paper, so it is read on that; one on a tint has that tint for its halo.
    'svg-contrast': () => all('svg text').filter(t => {
      const style = getComputedStyle(t);
      return shown(t) && contrast(style.fill, style.stroke === 'none' ? paper() : style.stroke) < 4.5;
    }).map(where),
    'svg-mark': () => all('svg path, svg rect, svg circle').filter(mark => {
      const style = getComputedStyle(mark);
      if (mark.matches('.gap, .saves, .costs, .stripes-2, .stripes-3')) return false;
      return Math.max(...[style.fill, style.stroke].map(c => c === 'none' ? 1 : contrast(c, paper()))) < 3;
    }).map(where),
    'figure': () => all('figure').filter(f => !f.querySelector('figcaption') || !f.querySelector('p')
      || !f.nextElementSibling?.querySelector('table')).map(where),
    'caption': () => all('table').filter(t => !t.caption || !words(t.caption)).map(where),
    'scope': () => all('th').filter(th => th.scope !== (th.closest('thead') ? 'col' : 'row')).map(where),
    'row-name': () => all('tbody tr').filter(row => row.cells[0]?.tagName !== 'TH').map(where),
    'blank-cell': () => all('td, th').filter(cell => !words(cell)).map(cell => where(cell.closest('table'))),
    'merged-cell': () => all('[colspan], [rowspan]').map(where),
    'table-head': () => all('table').filter(t => t.tHead?.rows.length !== 1
      || [...t.rows].some(row => row.cells.length !== t.rows[0].cells.length)).map(where),
    'table-heading': () => all('table').filter(t => !t.caption?.querySelector('h2, h3, h4, h5, h6')).map(where),
    'table-region': () => all('table').filter(t => {
      const box = t.closest('[role=region]');
      return !box || box.tabIndex !== 0 || !document.getElementById(box.getAttribute('aria-labelledby'))?.matches('caption');
    }).map(where),
    'region-name': () => {
      const seen = new Set();
      return all('caption').map(words).filter(name => seen.has(name) || !seen.add(name));
    },
    'minus': () => all('td, th, dd, p, li, svg text').filter(e => /(^|[\s(])-[£\d]/.test([...e.childNodes]
      .filter(n => n.nodeType === 3).map(n => n.data).join(' '))).map(where),
    'text-size': () => matchMedia('print').matches ? [] : all('body *').filter(e => [...e.childNodes]
      .some(n => n.nodeType === 3 && n.data.trim()) && parseFloat(getComputedStyle(e).fontSize) < 16 && !e.closest('svg, script, style')).map(where),
    'text-style': () => all('body *').filter(e => ['uppercase', 'small-caps'].includes(getComputedStyle(e).textTransform)
      || getComputedStyle(e).textAlign === 'justify').map(where),
    'order': () => all('body *').filter(e => {
      const style = getComputedStyle(e);
      return style.order !== '0' || /reverse/.test(style.flexDirection + style.flexWrap) || e.tabIndex > 0 || style.float !== 'none';
    }).map(where),
    'motion': () => all('body *').filter(e => getComputedStyle(e).animationName !== 'none').map(where),
    'target-size': () => all('a[href], button, input, select, summary').filter(e => {
      if (!shown(e) || e.matches('.skip')) return false;
      const box = e.getBoundingClientRect();
      const inline = getComputedStyle(e).display === 'inline' && words(e.parentElement) !== words(e);
      return !inline && (box.width < 24 || box.height < 24) && !(box.height >= 23.9 && box.width >= 23.9);
    }).map(where),
    'sideways': () => {
      const root = document.scrollingElement;
      if (root.scrollWidth <= root.clientWidth) return [];
      return [root.scrollWidth + ' in ' + root.clientWidth + ' pixels: ' + all('body *').filter(e =>
        e.getBoundingClientRect().right > root.clientWidth + 1 && !e.closest('.scroll, svg')).slice(0, 3).map(where).join(', ')];
    },
    'print': () => !matchMedia('print').matches ? [] : [
      ...all('thead').filter(h => shown(h) && getComputedStyle(h).display !== 'table-header-group').map(where),
      ...all('tr').filter(r => shown(r) && getComputedStyle(r).breakInside !== 'avoid').map(where),
      ...all('main details:not(.aside) > :not(summary)').filter(e => !shown(e) && !e.parentElement.closest('.aside:not([open])')
        && !e.matches('details, .on-screen')).map(e => 'shut: ' + where(e)),
      ...all('main .aside:not([open]) > summary').filter(e => !e.parentElement.parentElement.closest('details:not([open])')
        && !(shown(e) && /not printed/.test(getComputedStyle(e, '::after').content))).map(e => 'unsaid: ' + where(e)),
      ...(contrast(paper(), '#ffffff') > 1.01 ? ['paper is not white'] : []),
      ...(/@bottom-left[^}]*content: *"\S/.test(all('style').map(s => s.textContent).join('')) ? [] : ['no words at the foot of a sheet']),
      ...(/counter\(pages?\)/.test(all('style').map(s => s.textContent).join('')) ? [] : ['no page numbers']),
    ],
  };
  window.rules = (...names) => (names.length ? names : Object.keys(tests))
    .flatMap(name => tests[name]().map(fault => name + ': ' + fault));
  window.rules.names = Object.keys(tests);
})();
