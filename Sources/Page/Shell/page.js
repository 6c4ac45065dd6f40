'use strict';
const $ = id => document.getElementById(id);
const decoder = new TextDecoder(), encoder = new TextEncoder();

// What is open. Overrides are what `--set` takes, by path; a step back or forth holds the scenario and the overrides.
let models = [], files = new Map();
const state = {model: 0, scenario: '', overrides: new Map(), past: [], future: []};
let module, now, edition = 0, inputs = [], last = {html: null, request: null}, round = 0;

function request(question, words = [], {overrides = settings(), scenario = state.scenario} = {}) {
  const model = models[state.model];
  const names = [model.name, ...model.files.filter(name => name !== model.name)];
  const others = [...files.keys()].filter(name => !names.includes(name) && !models.some(m => m.name === name));
  return {question, words, scenario, overrides, key: `${state.model} ${edition}`, files: [...names, ...others].map(name => ({name, bytes: files.get(name)}))};
}
const settings = () => [...state.overrides].map(([path, text]) => `${path}=${text}`);

// MARK: Work that takes longer, in a worker; on the page itself where a browser lets none start from a disk.

class Later {
  constructor() { this.waiting = new Map(); this.number = 0; this.start(); }

  start() {
    try {
      this.worker = new Worker(URL.createObjectURL(new Blob([$('engine').textContent], {type: 'text/javascript'})));
      this.worker.onmessage = ({data}) => {
        const done = this.waiting.get(data.number);
        this.waiting.delete(data.number);
        if (done) done(data.answer);
      };
      this.worker.onerror = () => { this.worker = null; };
      this.worker.postMessage({module});
    } catch { this.worker = null; }
  }

  /** What was asked before is forgotten, and never answered. */
  forget() {
    if (!this.waiting.size) return;
    this.waiting.clear();
    this.worker?.terminate();
    this.start();
  }

  ask(asked) {
    if (!this.worker) return new Promise(done => setTimeout(() => done(now.ask(asked)), 30));
    const number = ++this.number;
    return new Promise(done => {
      this.waiting.set(number, done);
      this.worker.postMessage({number, request: asked});
    });
  }
}
let report, asking;

// MARK: A change, and what follows from it

/** Sets a path, or takes back what was set where the text is what stands without it. */
function change(path, text) {
  const input = inputs.find(other => other.path === path);
  remember();
  if (input && text === input.value) state.overrides.delete(path);
  else state.overrides.set(path, text);
  apply();
}

function changeAll(pairs) {
  remember();
  for (const [path, text] of pairs) state.overrides.set(path, text);
  apply();
}

const snapshot = () => ({scenario: state.scenario, overrides: new Map(state.overrides)});
let remembered = 0;
/** One step back for one change; a slider drawn along is one change. */
function remember(along) {
  if (along && along === remembered) return;
  remembered = along || 0;
  state.past.push(snapshot());
  state.future = [];
}

function step(from, to) {
  const other = from.pop();
  if (!other) return;
  to.push(snapshot());
  const isOtherScenario = other.scenario !== state.scenario;
  [state.scenario, state.overrides] = [other.scenario, other.overrides];
  remembered = 0;
  if (isOtherScenario) readInputs();
  apply();
}

let asked = 0;
/** Works out once a frame, however often a slider moves. */
function applySoon() {
  if (asked) return;
  asked = requestAnimationFrame(() => { asked = 0; apply(); });
}

function apply() {
  if (asked) { cancelAnimationFrame(asked); asked = 0; }
  showControls();
  const answer = now.ask(request('first-page'));
  if (!answer.ok) return showProblems(answer);
  clearProblems();
  showFirst(decoder.decode(answer.bytes));
  say('Worked out.', $('report').querySelector('.answer')?.textContent);
  workOut();
}

/** All that takes longer than a frame: what moved, the sections of the report, and last its futures. */
async function workOut() {
  const mine = ++round;
  const isChanged = state.overrides.size > 0 || state.scenario !== '';
  report.forget();
  stale('The sections below the first page are being worked out.');
  last = {html: null, request: request('report', ['html'])};
  document.body.dataset.state = 'working';
  $('yours').hidden = !isChanged;
  const isMine = answer => mine === round && answer.ok;
  // A breath, so that a slider drawn along asks for nothing that the next step would throw away.
  await new Promise(done => setTimeout(done, 60));
  if (mine !== round) return;
  const most = await report.ask({...last.request, words: ['html', '--no-futures']});
  if (mine === round && most.failed) return showProblems(most);
  if (!isMine(most)) return;
  showReport(decoder.decode(most.bytes));
  if (isChanged) {
    const moved = await report.ask(request('compare'));
    if (isMine(moved)) showMoved(moved.bytes);
  }
  stale('The futures are being worked out; all else is up to date.');
  const whole = await report.ask(last.request);
  if (!isMine(whole)) return;
  last.html = whole.bytes;
  showReport(decoder.decode(whole.bytes));
  stale('');
  document.body.dataset.state = 'done';
}

let speaking = 0;
/** Says a result once it has settled; what can be seen elsewhere is said and not shown. */
function say(text, seen = '') {
  clearTimeout(speaking);
  speaking = setTimeout(() => $('said').replaceChildren(text, element('span', {className: 'away'}, ' ' + seen)), 600);
}

function stale(text) {
  $('stale').hidden = !text;
  $('stale').textContent = text;
}

// MARK: What is shown

function parsed(html) { return new DOMParser().parseFromString(html, 'text/html'); }

function showFirst(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  const old = $('answer');
  if (old) old.replaceWith(template.content);
  else $('report').replaceChildren(template.content);
}

function showReport(html) {
  const page = parsed(html), main = $('report');
  const key = fold => (fold.closest('section, header')?.id ?? '') + fold.querySelector('summary')?.textContent;
  const open = new Set([...main.querySelectorAll('details[open]')].map(key));
  const focused = main.contains(document.activeElement) ? document.activeElement.id : '';
  document.title = `Homeward workbench – ${page.title}`;
  const style = page.querySelector('style').textContent;
  $('running').textContent = style.slice(Math.max(0, style.lastIndexOf('@page {')));
  $('contents').replaceChildren(page.querySelector('.place') ?? '', page.querySelector('nav.contents') ?? '');
  $('foot').replaceChildren(page.querySelector('footer > p') ?? '');
  main.replaceChildren(...page.querySelector('main').childNodes);
  for (const fold of main.querySelectorAll('details')) if (open.has(key(fold))) fold.open = true;
  if (focused) $(focused)?.focus({preventScroll: true});
  showCursor();
}

/** The inside of another page, its ids and headings fitted in under a heading of this one. */
function fragment(bytes, prefix, level) {
  const main = parsed(decoder.decode(bytes)).querySelector('main');
  for (const element of main.querySelectorAll('[id]')) element.id = prefix + element.id;
  for (const element of main.querySelectorAll('[aria-labelledby]'))
    element.setAttribute('aria-labelledby', element.getAttribute('aria-labelledby').split(' ').map(id => prefix + id).join(' '));
  for (const link of main.querySelectorAll('a[href^="#"]')) {
    const id = prefix + link.getAttribute('href').slice(1);
    if (main.querySelector('#' + CSS.escape(id))) link.setAttribute('href', '#' + id);
    else if (!$(link.getAttribute('href').slice(1))) link.replaceWith(...link.childNodes);
  }
  for (const heading of main.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const other = document.createElement('h' + Math.min(6, +heading.tagName[1] + level));
    for (const {name, value} of heading.attributes) other.setAttribute(name, value);
    other.append(...heading.childNodes);
    heading.replaceWith(other);
  }
  return main;
}

function showMoved(bytes) {
  const main = fragment(bytes, 'moved-', 1);
  const answer = main.querySelector('.answer'), key = main.querySelector('.key');
  const title = main.querySelector('h2');
  for (const part of [title, title?.nextElementSibling]) part?.remove();
  $('yours-answer').replaceChildren(...[answer, key].filter(Boolean));
  $('yours-detail').replaceChildren(...main.childNodes);
}

function showControls() {
  const count = state.overrides.size;
  const words = count === 0 ? 'Nothing is changed: this is the base' : count === 1 ? 'Your change' : `Your ${count} changes`;
  $('h-yours').textContent = state.scenario && !count ? 'This scenario, beside the base' : words;
  $('undo').disabled = !state.past.length;
  $('redo').disabled = !state.future.length;
  $('reset').disabled = !count && !state.scenario;
  for (const button of $('scenario-tabs').querySelectorAll('button'))
    button.setAttribute('aria-pressed', String(button.value === state.scenario));
  for (const input of inputs) showInput(input);
  filter();
}

function showProblems(answer) {
  round++;
  report.forget();
  const lines = answer.failed
    ? [`The engine stopped at these inputs (${answer.failed}). Your changes are kept; download them, and send them to whoever looks after Homeward.`]
    : decoder.decode(answer.bytes).trim().split('\n');
  $('problem-list').replaceChildren(...lines.map(line => {
    const item = document.createElement('li');
    const input = inputs.find(input => line.includes(`--set ${input.path}=`));
    if (input) {
      const link = document.createElement('a');
      link.href = '#' + input.id;
      link.textContent = line;
      item.append(link);
      mark(input, line);
    } else item.textContent = line;
    return item;
  }));
  $('h-problems').textContent = lines.length === 1 ? 'One entry needs correcting' : `${lines.length} entries need correcting`;
  $('problem-stale').textContent = 'Out of date: below are the last good results.';
  $('problems').hidden = false;
  $('rescue').hidden = !answer.failed;
  document.body.dataset.state = 'stale';
  stale('Out of date: these are the last good results. See what needs correcting, above.');
  say(`${$('h-problems').textContent}.`, lines.length === 1 ? lines[0] : '');
}

function clearProblems() {
  $('problems').hidden = true;
  document.body.dataset.state = 'working';
  for (const input of inputs) mark(input, '');
}

function mark(input, message) {
  const box = input.box;
  if (!box || !message && !box.hasAttribute('aria-invalid')) return;
  const note = $(input.id + '-error');
  note.textContent = message;
  note.hidden = !message;
  if (message) box.setAttribute('aria-invalid', 'true');
  else box.removeAttribute('aria-invalid');
  box.setAttribute('aria-describedby', message ? `${input.id}-error ${input.id}-hint` : `${input.id}-hint`);
}

// MARK: The assumptions

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** What is drawn of an assumption: itself; or, of one that changes by year, a shift of all years and each year with a value of its own. */
function drawn(row) {
  const measured = row.decimals !== undefined;
  const owner = row.path.split('.').slice(1, -1).join(', ').replace(/[-_]/g, ' ').replace(/\b(cpi|hra|lha|pwlb|ta)\b/g, name => name.toUpperCase());
  const input = {
    path: row.path, group: row.group, label: (owner ? owner[0].toUpperCase() + owner.slice(1) + ': ' : '') + row.label,
    kind: measured ? 'number' : row.options ? 'choice' : row.kind === 'yes or no' ? 'choice' : 'text',
    options: row.options ?? (row.kind === 'yes or no' ? ['true', 'false'] : undefined),
    prefix: row.prefix, suffix: row.suffix, decimals: row.decimals, lowest: row.lowest, highest: row.highest,
    from: row.from, to: row.to, step: row.step, whole: row.whole, value: row.value ?? '', base: row.base ?? row.value ?? '',
    unit: measured || row.kind === 'year' ? row.unit : '', citation: row.source ?? '', unsourced: !!row.unsourced, place: row.place ?? '',
  };
  if (input.kind === 'choice' && !row.value) input.options = ['', ...input.options];
  if (!measured) return [input];
  if (row.kind !== 'by year' || row.whole !== undefined || !row.years) {
    if (row.whole === undefined) return [{...input, kind: 'text'}];
    const base = row.base_whole ?? row.whole;
    return [{...input, value: spelt(input, row.whole), base: spelt(input, base)}];
  }
  const drawings = [{...input, kind: 'text', label: input.label + ', all years', from: undefined}];
  const zero = spelt(input, 0), reach = Math.max(...row.years.map(([, whole]) => Math.abs(whole)), 1);
  if (row.after !== 'nothing') {
    const step = row.step ?? 1, most = Math.ceil(reach / step / 2) * step;
    drawings.push({...input, path: row.path + '+', label: input.label + ', every year moved by', lowest: '', highest: '',
      from: -most, to: most, step, whole: 0, value: zero, base: zero});
  }
  row.years.forEach(([year, whole], place) => {
    if (place > 0 && whole === row.years[place - 1][1]) return;
    drawings.push({...input, path: `${row.path}[${year}]`, label: `${input.label}, ${year} alone`, whole, value: spelt(input, whole), base: spelt(input, whole)});
  });
  return drawings;
}

/** Reads what can be changed, in the scenario that is open, and lays it out. */
function readInputs() {
  const answer = now.ask(request('inputs', [], {overrides: []}));
  if (!answer.ok) return showProblems(answer);
  inputs = JSON.parse(decoder.decode(answer.bytes)).flatMap(drawn);
  const groups = new Map();
  inputs.forEach((input, place) => {
    input.id = 'in-' + input.path.replace(/[^a-z0-9]+/gi, '-');
    if (inputs.findIndex(other => other.id === input.id) < place) input.id += '-' + place;
    if (!groups.has(input.group)) groups.set(input.group, []);
    groups.get(input.group).push(input);
  });
  $('groups').replaceChildren(...[...groups].map(([name, members]) => {
    const inside = element('div');
    const group = element('details', {}, element('summary', {}, name + ' ', element('small')), inside);
    group.members = members;
    group.fill = () => { if (!inside.childElementCount) inside.append(...members.map(lever)); };
    group.addEventListener('toggle', () => { if (group.open) { group.fill(); members.forEach(showInput); } });
    return group;
  }));
  const first = [...$('groups').children].find(group => group.members[0].path.startsWith('loan.')) ?? $('groups').firstElementChild;
  if (first) { first.open = true; first.fill(); }
  $('find-label').textContent = `Find one of ${inputs.length}`;
  $('paths').replaceChildren(...inputs.map(input => element('option', {value: input.path}, input.label)));
}

const current = input => state.overrides.get(input.path) ?? input.value;

/** What is typed, with the units of the base where only a figure was. */
function complete(input, text) {
  text = text.trim();
  if (input.decimals === undefined || !/^[-+\u2212]?[\d,]*\.?\d+$/.test(text)) return text;
  text = text.replace('\u2212', '-');
  return (input.prefix && text.startsWith('-') ? '-' + input.prefix + text.slice(1) : (input.prefix ?? '') + text) + (input.suffix ?? '');
}

function spelt(input, whole) {
  const size = Math.abs(whole) / 10 ** input.decimals;
  const figure = size.toLocaleString('en-GB', {maximumFractionDigits: input.decimals, minimumFractionDigits: input.prefix && whole % 10 ** input.decimals ? 2 : 0});
  return (whole < 0 ? '-' : '') + (input.prefix ?? '') + figure + (input.suffix ?? '');
}

function whole(input, text) {
  const figure = text.replace(/,/g, '').match(/-?\D*?(\d+(?:\.\d+)?)/);
  if (!figure) return null;
  const size = Math.round(+figure[1] * 10 ** input.decimals);
  return text.trim().startsWith('-') ? -size : size;
}

function lever(input) {
  const {id} = input;
  const box = input.kind === 'choice' || input.kind === 'flag'
    ? element('select', {id}, ...input.options.map(option => element('option', {value: option}, option)))
    : element('input', {id, type: 'text', autocomplete: 'off', spellcheck: false});
  input.box = box;
  box.setAttribute('aria-describedby', id + '-hint');
  box.addEventListener('change', () => change(input.path, complete(input, box.value)));
  box.addEventListener('blur', () => showInput(input));
  const label = element('label', {htmlFor: id}, input.label);
  const back = element('button', {type: 'button', className: 'link', hidden: true}, 'Back to base');
  back.append(element('span', {className: 'away'}, ': ' + input.label));
  back.addEventListener('click', () => { remember(); state.overrides.delete(input.path); apply(); box.focus(); });
  input.back = back;
  const hint = element('p', {id: id + '-hint', className: 'hint'}, hintWords(input) + ' ');
  const parts = [label, box];
  if (input.kind === 'number' && input.from < input.to) {
    const slider = element('input', {type: 'range', min: input.from, max: input.to, step: input.step || 1});
    slider.setAttribute('aria-label', input.label + ', slider');
    slider.setAttribute('aria-describedby', id + '-hint');
    slider.addEventListener('input', () => {
      const text = spelt(input, +slider.value);
      remember(slider);
      if (text === input.value) state.overrides.delete(input.path);
      else state.overrides.set(input.path, text);
      slider.setAttribute('aria-valuetext', text);
      applySoon();
    });
    slider.addEventListener('change', () => { remembered = 0; });
    input.slider = slider;
    const share = (input.whole - input.from) / (input.to - input.from);
    const slide = element('div', {className: 'slide'}, slider);
    slide.style.setProperty('--at', Math.min(1, Math.max(0, share)));
    parts.push(slide);
  }
  const source = element('p', {className: 'source'});
  if (input.unsourced) source.append(element('span', {className: 'bad'}, 'No source'));
  else source.append(input.citation || 'Default');
  source.append(input.place ? ` (${input.place})` : '');
  const code = element('code', {}, input.path);
  const lever = element('div', {className: 'lever'}, ...parts, hint, element('p', {id: id + '-error', className: 'error bad', hidden: true}), back, source, code);
  input.lever = lever;
  return lever;
}

function hintWords(input) {
  const base = `Base ${input.base || 'none'}`;
  const range = input.lowest && input.highest ? `, allowed ${input.lowest} to ${input.highest}` : '';
  return `${base}${range}${input.unit ? `; ${input.unit}` : ''}`;
}

function showInput(input) {
  if (!input.box) return;
  const text = current(input), isChanged = state.overrides.has(input.path);
  if (input.box.value !== text && document.activeElement !== input.box || !isChanged) input.box.value = text;
  if (input.slider && document.activeElement !== input.slider) {
    const at = whole(input, text);
    if (at !== null) input.slider.value = at;
    input.slider.setAttribute('aria-valuetext', text);
  }
  input.lever.classList.toggle('yours', isChanged);
  input.back.hidden = !isChanged;
}

/** Shows only what is looked for, opening the groups that hold it. */
function filter() {
  const words = $('find').value.toLowerCase().split(/\s+/).filter(Boolean);
  const onlyChanged = $('only-changed').checked, onlyUnsourced = $('only-unsourced').checked;
  const isAsked = words.length > 0 || onlyChanged || onlyUnsourced;
  let found = 0;
  for (const group of $('groups').children) {
    const isFit = input => (!onlyChanged || state.overrides.has(input.path)) && (!onlyUnsourced || input.unsourced)
      && words.every(word => `${input.path} ${input.label} ${input.group} ${input.citation}`.toLowerCase().includes(word));
    const fit = isAsked ? group.members.filter(isFit) : group.members;
    const changed = group.members.filter(input => state.overrides.has(input.path)).length;
    group.querySelector('small').textContent = `${group.members.length}${changed ? `, ${changed} changed` : ''}`;
    group.hidden = fit.length === 0;
    found += fit.length;
    if (isAsked && fit.length) { group.fill(); group.open = true; }
    const isFitting = new Set(fit);
    for (const input of group.members) if (input.lever) input.lever.hidden = !isFitting.has(input);
  }
  $('found').textContent = isAsked ? `${found} found` : 'The mark under each slider is the base.';
}

// MARK: The grid of rates and rents, with a cursor

function showCursor() {
  const table = document.querySelector('#table-grid-tests')?.closest('table');
  if (!table) return;
  const heads = [...table.tHead.rows[0].cells].map(cell => cell.textContent.trim());
  const rows = [...table.tBodies[0].rows];
  const said = element('p', {className: 'on-screen', id: 'grid-cursor'}, 'Choose a rate and a rent: arrow keys move through the grid, Enter takes them into your changes.');
  const take = element('button', {type: 'button', className: 'on-screen', hidden: true}, 'Use this rate and this rent');
  const home = table.closest('.scroll');
  home.before(said);
  home.after(take);
  table.setAttribute('aria-describedby', said.id);
  let at;
  const show = (row, column) => {
    const cell = rows[row]?.cells[column];
    if (!cell || column < 1) return;
    at?.setAttribute('tabindex', '-1');
    at?.classList.remove('here');
    (at = cell).setAttribute('tabindex', '0');
    cell.classList.add('here');
    const level = rows[row].cells[0].textContent.trim();
    said.textContent = `At ${heads[column]} and ${level}: tests passed, ${cell.textContent.trim()}.`;
    take.hidden = false;
    take.pairs = pairs(heads[column].match(/[\d.]+%/)[0], level.match(/(\d+)%/)[0]);
  };
  const pairs = (rate, level) => inputs
    .filter(({path}) => /^loan\.[^.]+\.rate$/.test(path) || /^programme\.[^.]+\.rent_level$/.test(path))
    .map(({path}) => [path, path.endsWith('.rate') ? rate : level]);
  const place = cell => [rows.indexOf(cell.parentElement), cell.cellIndex];
  rows.forEach(row => [...row.cells].slice(1).forEach(cell => cell.setAttribute('tabindex', '-1')));
  rows[0].cells[1].setAttribute('tabindex', '0');
  at = rows[0].cells[1];
  table.addEventListener('focusin', event => { if (event.target.tagName === 'TD') show(...place(event.target)); });
  table.addEventListener('click', event => event.target.closest('td')?.focus());
  table.addEventListener('keydown', event => {
    const cell = event.target.closest('td');
    if (!cell) return;
    const [row, column] = place(cell);
    const to = {ArrowUp: [row - 1, column], ArrowDown: [row + 1, column], ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1]}[event.key];
    if (to) {
      event.preventDefault();
      if (to[1] > 0) rows[to[0]]?.cells[to[1]]?.focus();
    } else if (event.key === 'Enter') { event.preventDefault(); changeAll(take.pairs); }
  });
  take.addEventListener('click', () => changeAll(take.pairs));
}

// MARK: Questions

async function pose(question, words, place) {
  const answerPlace = $(place);
  answerPlace.textContent = 'Working it out…';
  asking ??= new Later();
  asking.forget();
  const answer = await asking.ask(request(question, words));
  if (answer.ok) {
    const main = fragment(answer.bytes, `found-${question}-`, 2);
    answerPlace.replaceChildren(...main.childNodes);
    say(answerPlace.querySelector('.answer, p')?.textContent ?? 'Answered.');
  } else {
    answerPlace.replaceChildren(element('p', {className: 'bad'}, answer.failed || decoder.decode(answer.bytes).trim()));
    say(answerPlace.textContent);
  }
}

const given = (option, text) => text.trim() ? [option, text.trim()] : [];
function form(id, words) {
  $(id).addEventListener('submit', event => {
    event.preventDefault();
    pose(id, words(), id + '-answer');
  });
}
form('solve', () => ['--' + $('solve-aim').value, $('solve-path').value.trim(), ...given('--between', $('solve-between').value),
  ...given('--so-that', $('solve-that').value)]);
form('sweep', () => [...given('--vary', $('sweep-down').value), ...given('--vary', $('sweep-across').value), ...given('--measure', $('sweep-measure').value)]);
form('explain', () => [$('explain-line').value.trim() + ($('explain-time').value.trim() ? '@' + $('explain-time').value.trim() : ''), '--run', $('explain-run').value]);

function explain(line, time, run) {
  $('explain-fold').open = true;
  $('explain-line').value = line;
  $('explain-time').value = time;
  $('explain-run').value = run;
  pose('explain', [line + (time ? '@' + time : ''), '--run', run], 'explain-answer').then(() => {
    $('explain-answer').focus();
    $('explain-answer').scrollIntoView({block: 'start'});
  });
}

// A line's name, or a figure in its row, is a question of where it comes from.
$('report').addEventListener('click', event => {
  const cell = event.target.closest('.figures td, .figures th');
  const table = cell?.closest('table');
  const link = cell?.parentElement.cells[0].querySelector('a[href^="#"]');
  const line = link?.getAttribute('href').slice(1);
  if (!line?.includes('.')) return;
  const head = table.tHead?.rows[0].cells[cell.cellIndex]?.textContent.trim() ?? '';
  const name = table.caption?.id ?? '';
  const run = name.includes('difference') ? 'difference' : name.includes('without') ? 'without' : 'with';
  const isYear = /^\d{4}-\d{2}$/.test(head);
  if (cell.tagName === 'TH' ? !event.target.closest('a') : !isYear) return;
  event.preventDefault();
  explain(line, isYear ? head : '', run);
});

// MARK: Saving

function download(name, bytes, type) {
  const link = element('a', {href: URL.createObjectURL(new Blob([bytes], {type})), download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

async function save(kind) {
  const stem = models[state.model].name.split('/').pop().replace(/\.toml$/, '');
  if (kind === 'share') return share();
  $('save').open = false;
  if (kind === 'html' && last.html) return download(`${stem}.html`, last.html, 'text/html');
  say('Being made.');
  asking ??= new Later();
  const answer = await asking.ask(kind === 'model' ? request('save') : request('report', [kind]));
  if (!answer.ok) return showProblems(answer);
  const name = kind === 'model' ? `${stem}.toml` : kind === 'csv' ? `${stem}-figures.csv` : `${stem}.${kind}`;
  download(name, answer.bytes, kind === 'html' ? 'text/html' : 'text/plain');
  say(`${name} is saved.`);
}

const quotedForShell = text => /^[\w./=%+@:£,-]+$/.test(text) ? text : `'${text.replace(/'/g, `'\\''`)}'`;
function share() {
  const scenario = state.scenario ? [`--scenario ${quotedForShell(state.scenario)}`] : [];
  $('share-text').value = [...scenario, ...settings().map(setting => `--set ${quotedForShell(setting)}`)].join(' \\\n') || 'Nothing is changed.';
  $('share').showModal();
}
$('share-copy').addEventListener('click', () => {
  $('share-text').select();
  document.execCommand('copy');
});
for (const button of document.querySelectorAll('[data-save]')) button.addEventListener('click', () => save(button.dataset.save));
$('rescue').addEventListener('click', () => download('changes.txt', settings().map(s => s + '\n').join(''), 'text/plain'));

// MARK: Opening

async function openFiles(list) {
  const folder = models[0].name.includes('/') ? models[0].name.replace(/[^/]*$/, '') : '';
  const names = [];
  edition++;
  for (const file of list) {
    if (file.size > 8e6) { showProblems({bytes: encoder.encode(`${file.name}: this has more than 8 MB; a model file has a few kB`)}); return; }
    const known = [...files.keys()].find(name => name.split('/').pop() === file.name);
    const name = known ?? folder + file.name;
    files.set(name, new Uint8Array(await file.arrayBuffer()));
    names.push(name);
  }
  const readable = names.filter(name => name.endsWith('.toml'));
  let opened = -1, refused;
  for (const name of readable) {
    const known = models.findIndex(model => model.name === name);
    const place = known < 0 ? models.push({name, council: '', title: name, files: [name]}) - 1 : known;
    const before = state.model;
    state.model = place;
    const answer = now.ask(request('about', [], {overrides: [], scenario: ''}));
    state.model = before;
    if (answer.ok) {
      Object.assign(models[place], {...JSON.parse(decoder.decode(answer.bytes)), name});
      opened = place;
    } else {
      refused = answer;
      if (known < 0) models.splice(place, 1);
    }
  }
  showModels();
  if (opened >= 0) open(opened);
  else if (refused) showProblems(refused);
}

function showModels() {
  $('model').replaceChildren(...models.map((model, place) =>
    element('option', {value: place, selected: place === state.model}, model.council ? `${model.council}: ${model.title}` : model.name)));
}

function open(place) {
  Object.assign(state, {model: place, scenario: '', overrides: new Map(), past: [], future: []});
  $('model').value = place;
  const answer = now.ask(request('about'));
  if (!answer.ok) return showProblems(answer);
  const about = JSON.parse(decoder.decode(answer.bytes));
  const tabs = [{name: '', title: 'Base'}, ...about.scenarios];
  $('scenario-tabs').replaceChildren(...tabs.map(({name, title}) => {
    const button = element('button', {type: 'button', value: name}, title);
    button.addEventListener('click', () => {
      if (state.scenario === name) return;
      remember();
      state.scenario = name;
      readInputs();
      apply();
    });
    return element('li', {}, button);
  }));
  $('line-names').replaceChildren(...about.lines.map(value => element('option', {value})));
  $('measures').replaceChildren(...about.measures.map(value => element('option', {value})));
  for (const id of ['solve-answer', 'sweep-answer', 'explain-answer', 'yours-answer', 'yours-detail']) $(id).replaceChildren();
  readInputs();
  apply();
}

$('model').addEventListener('change', () => open(+$('model').value));
$('file').addEventListener('change', () => openFiles($('file').files).then(() => { $('file').value = ''; }));
addEventListener('dragover', event => event.preventDefault());
addEventListener('drop', event => {
  event.preventDefault();
  if (event.dataTransfer.files.length) openFiles(event.dataTransfer.files);
});
$('undo').addEventListener('click', () => step(state.past, state.future));
$('redo').addEventListener('click', () => step(state.future, state.past));
$('reset').addEventListener('click', () => {
  remember();
  const isScenario = state.scenario !== '';
  [state.scenario, state.overrides] = ['', new Map()];
  if (isScenario) readInputs();
  apply();
});
$('help-open').addEventListener('click', () => $('help').showModal());
for (const id of ['find', 'only-changed', 'only-unsourced']) $(id).addEventListener('input', filter);

/** What the page holds under a name, unpacked. */
async function unpacked(name) {
  const packed = fromText($(name).textContent, +$(name).dataset.size);
  $(name).remove();
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'))).arrayBuffer();
}

async function start() {
  try {
    const held = JSON.parse(decoder.decode(await unpacked('models')));
    models = held.models;
    files = new Map(Object.entries(held.files).map(([name, text]) => [name, encoder.encode(text)]));
    module = await WebAssembly.compile(await unpacked('module'));
  } catch (error) {
    $('said').textContent = `This browser cannot run the workbench (${error}); a version of 2023 or later can. The first page of the report is below.`;
    return;
  }
  now = new Engine(module);
  report = new Later();
  for (const part of document.querySelectorAll('.tools, .levers, .ask')) part.hidden = false;
  showModels();
  open(0);
}
start();
