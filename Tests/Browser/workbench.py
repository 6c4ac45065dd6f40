"""Opens a workbench in a browser from the disk, and fails where it does not do what the command does, or what a person needs.

    Tests/.venv/bin/python Tests/Browser/workbench.py [--few] HOMEWARD WORKBENCH.html MODEL.toml ...

The models are the first of the workbench, in its order. With --few only some sets are tried and nothing is timed.

- The same bytes: of every model of the workbench, in HTML and Markdown, as it is and with PLAIN changes, and of SETS random sets of
  changes over the models named, the page's report is that of `HOMEWARD report --set …`, or its problems are, and of some what moved is
  that of `HOMEWARD compare`; and of each model named the report that is shown, futures and all.
- A keyboard alone: change the rate, read the new answer, take it back and forth, save the model, open it again.
- A bad value keeps the last good report, marked out of date, and names the entry; a failure of the engine keeps the changes.
- At 1280 and 320 pixels, light, dark and in forced colours: what axe-core finds, what check.py sees of any page, and that each entry
  has its hint; walked through by Tab; on paper, the report of what is set and no control. workbench_faults.py plants faults in these.
- The file has less than 1.5 MB. How long it takes from a change to the first page on the screen is said and not judged.
Exit 0 when all of it holds, 1 when something does not, 2 when it could not be tried.
"""

import difflib
import hashlib
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import check

SETS, FEW_SETS = 308, 24
MOST_BYTES = 1_500_000
FEW = "simulation.paths=2"  # futures take long, and are all alike
PLAIN = [[], ["years=20"], ["no.such.assumption=1"]]  # the last is refused
ASK = """({model, question, words, overrides}) => {
  state.model = model;
  const answer = now.ask(request(question, words, {overrides, scenario: ''}));
  return {ok: answer.ok, failed: answer.failed ?? '', text: decoder.decode(answer.bytes)};
}"""


class Failed(Exception):
    pass


def expect(is_so, what):
    if not is_so:
        raise Failed(what)


def opened(browser, address, **options):
    context = browser.new_context(offline=True, accept_downloads=True, **options)
    page = context.new_page()
    page.faults = []
    page.on("console", lambda m: page.faults.append(f"console: {m.text}") if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: page.faults.append(f"script: {error}"))
    page.on("request", lambda asked: page.faults.append(f"asks for {asked.url}")
            if not asked.url.startswith((address, "blob:", "data:")) else None)
    page.goto(address)
    page.wait_for_selector("#groups details")
    return page


def settled(page):
    page.wait_for_function("() => document.body.dataset.state === 'done'", timeout=120_000)


def command(homeward, model, overrides, form):
    settings = [word for text in overrides for word in ("--set", text)]
    if form == "compare":
        words = ["compare", model, *settings, "--format", "html"]
    else:
        words = ["report", model, *settings, "--output", "-", "--format", form]
    done = subprocess.run([homeward, *words], capture_output=True)
    is_fine = done.returncode < 2
    return is_fine, (done.stdout if is_fine else done.stderr).decode()


def chosen(random_, inputs):
    """A set of changes: most within where a slider runs, some as far as is allowed, some wrong."""
    numbers = [i for i in inputs if i["kind"] == "number" and "from" in i and i["lowest"]]
    choices = [i for i in inputs if i["kind"] == "choice"]
    overrides = {}
    for _ in range(random_.choice([1, 1, 2, 3, 5])):
        if choices and random_.random() < 0.1:
            one = random_.choice(choices)
            overrides[one["path"]] = random_.choice(one["options"])
            continue
        one = random_.choice(numbers)
        steps = (one["to"] - one["from"]) // one["step"]
        whole = one["from"] + one["step"] * random_.randint(0, max(0, steps))
        text = spelt(one, whole)
        if random_.random() < 0.03:
            text = random_.choice(["485%", "-1", "NaN", "", "£1,000,000,000,000", "soon", one["lowest"], one["highest"]])
        overrides[one["path"]] = text
    return [f"{path}={text}" for path, text in overrides.items()]


def spelt(one, whole):
    size, decimals = abs(whole), one["decimals"]
    figure = f"{size // 10 ** decimals:,}"
    rest = str(size % 10 ** decimals).rjust(decimals, "0").rstrip("0") if decimals else ""
    if rest and one["prefix"]:
        rest = rest.ljust(2, "0")
    return ("-" if whole < 0 else "") + one["prefix"] + figure + ("." + rest if rest else "") + one["suffix"]


def same_bytes(page, homeward, models, count):
    """Of every model of the page plain sets, and of those named random ones."""
    random_ = random.Random(20261124)
    names = page.evaluate("models.map(model => model.name)")
    expect(names[:len(models)] == models, f"the workbench begins with {', '.join(names[:len(models)])}")
    inputs = [page.evaluate("""model => { state.model = model; return JSON.parse(decoder.decode(
        now.ask(request('inputs', [], {overrides: [], scenario: ''})).bytes)).flatMap(drawn); }""", place) for place in range(len(models))]
    sets = [(place, [FEW, *overrides], form) for place in range(len(names)) for overrides in PLAIN for form in ("html", "md")]
    for number in range(count):
        place = number % len(models)
        form = ["html", "md", "html", "compare"][number // len(models) % 4]
        overrides = chosen(random_, inputs[place])
        sets.append((place, overrides if form == "compare" else [FEW, *overrides], form))
    refused = total = 0
    with ThreadPoolExecutor(1) as pool:
        expected = pool.map(lambda s: command(homeward, names[s[0]], s[1], s[2]), sets)
        for (place, overrides, form), (is_fine, text) in zip(sets, expected):
            made = page.evaluate(ASK, {"model": place, "question": "compare" if form == "compare" else "report", "words": [form], "overrides": overrides})
            label = f"{names[place]} {overrides} {form}"
            expect(not made["failed"], f"{label}: the engine stopped: {made['failed']}")
            expect(made["ok"] == is_fine, f"{label}: the page is {made['ok']}, the command {is_fine}: {made['text'][:300]} {text[:300]}")
            if made["text"] != text:
                for line, (ours, theirs) in enumerate(zip(made["text"].split("\n"), text.split("\n")), 1):
                    expect(ours == theirs, f"{label}: line {line}\n  page:    {ours[:400]!r}\n  command: {theirs[:400]!r}")
                raise Failed(f"{label}: {len(made['text'])} characters, {len(text)} by the command")
            refused += not is_fine
            total += len(text.encode())
    expect(2 * len(names) < refused < len(sets) / 2, f"{refused} of {len(sets)} sets were refused")
    print(f"{len(sets)} sets of changes over {len(names)} models: the command's bytes ({total:,}; {refused} refused in its words)")


def shown_whole(page, homeward, models):
    for place, model in enumerate(models):
        page.select_option("#model", str(place))
        settled(page)
        shown = page.evaluate("decoder.decode(last.html)")
        expect(shown == command(homeward, model, [], "html")[1], f"{model}: the report shown is not the command's")
        inside = page.evaluate("""() => { const whole = parsed(decoder.decode(last.html)).querySelector('main');
          const first = document.createElement('template'); first.innerHTML = decoder.decode(now.ask(request('first-page')).bytes);
          const told = at => [...at.querySelector('#answer').children].filter(e => !e.textContent.startsWith('What could change this')).map(e => e.outerHTML).join('');
          return told(whole) === told(first.content)
            && document.querySelectorAll('main > section').length === whole.querySelectorAll(':scope > section').length; }""")
        expect(inside, f"{model}: the first page alone is not that of the whole")
    print(f"{len(models)} reports shown whole, futures and all, are the command's")


def change_by_keyboard(page):
    """From the top of the page to a loan's rate, which is changed. The answer before it and after it."""
    settled(page)
    before = page.inner_text("main .answer")
    heard = page.locator("[role=status]").first
    expect(heard.count() == 1 and heard.get_attribute("aria-live") in (None, "polite"), "no live region says what was worked out")
    page.keyboard.press("Tab")
    expect(page.evaluate("document.activeElement.className") == "skip", "the first stop is the skip link")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "find":
            break
    expect(page.evaluate("document.activeElement.id") == "find", "Tab comes to the search")
    page.keyboard.type("loan. rate")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type === 'text' && document.activeElement.closest('.lever') !== null"):
            break
    box = page.evaluate("document.activeElement.id")
    path = page.evaluate("id => inputs.find(i => i.id === id)?.path", box)
    expect(path and path.startswith("loan."), f"Tab comes to a loan's rate, not {path}")
    page.keyboard.press("Control+A")
    page.keyboard.type("9.5")
    page.keyboard.press("Enter")
    settled(page)
    expect(page.evaluate("document.activeElement.id") == box, "working out again moves the focus")
    after = page.inner_text("main .answer")
    expect(after != before, "the answer does not say what the new rate makes")
    expect(page.input_value("#" + box).startswith("9.5"), "the box holds what was typed")
    page.wait_for_timeout(700)
    expect(after in heard.text_content(), "the new answer is not announced")
    return before, after


def keyboard_walk(page, homeward, models, folder):
    """With the keyboard alone, from the top of the page."""
    before, after = change_by_keyboard(page)
    override = page.evaluate("settings()[0]")
    expect(page.is_visible("#yours") and page.inner_text("#yours-answer").strip() != "", "what moved is not said")
    made = page.evaluate("decoder.decode(last.html)")
    expect(made == command(homeward, models[0], [override], "html")[1], f"with {override} the report shown is not the command's")
    # back and forth, by the buttons
    for button, answer in [("undo", before), ("redo", after)]:
        page.focus("#" + button)
        page.keyboard.press("Enter")
        settled(page)
        expect(page.inner_text("main .answer") == answer, f"{button} does not bring its answer")
    page.focus("#save summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    with page.expect_download() as saved:
        page.keyboard.press("Enter")
    target = pathlib.Path(folder) / saved.value.suggested_filename
    saved.value.save_as(target)
    original = pathlib.Path(models[0]).read_text().split("\n")
    changed = target.read_text().split("\n")
    lines = [line for line in difflib.unified_diff(original, changed, n=0, lineterm="") if not line.startswith(("---", "+++", "@@"))]
    gone, new = [line for line in lines if line[0] == "-"], [line for line in lines if line[0] == "+"]
    # beside the value itself, only that its old comment is no longer its source
    new = [line for line in new if line != "+" and not line.startswith("+unsourced = ")]
    expect(len(gone) == 1 and len(new) == 1, f"the saved model differs in more than what was changed: {lines[:6]}")
    page.set_input_files("#file", str(target))
    settled(page)
    expect(page.evaluate("state.overrides.size") == 0, "the saved model opens with changes")
    expect(page.inner_text("main .answer") == after, "the saved model, opened, does not give the answer it was saved with")
    print(f"A keyboard alone: {override}, read, undone, redone, saved and opened again")


def wrong_entry(page):
    """A wrong value is named, keeps the last good report, and is mended."""
    settled(page)
    before = page.inner_html("#answer")
    page.fill("#find", "loan. rate")
    box = page.evaluate("inputs.find(i => /^loan\\..*rate/.test(i.path)).id")
    page.fill("#" + box, "485%")
    page.press("#" + box, "Enter")
    expect(page.is_visible("#problems"), "a wrong value is not named at the top")
    expect(page.get_attribute("#" + box, "aria-invalid") == "true", "a wrong entry is not marked as one")
    described = page.evaluate("id => $(id).getAttribute('aria-describedby').split(' ').map(id => $(id)).filter(e => e?.checkVisibility()).map(e => e.textContent).join(' ')", box)
    expect("--set" in page.inner_text("#problem-list") and "485%" in described, "the message is not beside the entry")
    expect(page.inner_html("#answer") == before, "the last good report is not kept")
    expect("Out of date" in page.inner_text("#stale"), "the last good report is not marked")
    page.press("#" + box, "Control+A")
    page.fill("#" + box, "5%")
    page.press("#" + box, "Enter")
    settled(page)
    expect(not page.is_visible("#problems") and page.get_attribute("#" + box, "aria-invalid") is None, "a mended entry stays marked")


def failed_engine(page):
    """The engine cannot fail; were it to, nothing that was typed is lost."""
    page.evaluate("now.instance = () => { throw new WebAssembly.RuntimeError('unreachable'); }; apply()")
    expect(page.is_visible("#rescue") and page.evaluate("state.overrides.size") == 1, "a failed engine loses the changes")
    with page.expect_download() as saved:
        page.click("#rescue")
    expect("=5%" in pathlib.Path(saved.value.path()).read_text(), "the changes cannot be downloaded")
    page.evaluate("delete now.instance; apply()")
    settled(page)


def questions(page):
    page.select_option("#model", "0")
    settled(page)
    for summary, fields, place in [
        ("At which value", {"#solve-path": "loan.*.rate"}, "#solve-answer"),
        ("What if an assumption", {"#sweep-down": "loan.*.rate=3%..5%:1%"}, "#sweep-answer"),
        ("Where does a figure", {"#explain-line": "council.budget", "#explain-time": "2030-31"}, "#explain-answer"),
    ]:
        page.click(f"summary:has-text('{summary}')")
        for field, text in fields.items():
            page.fill(field, text)
            page.press(field, "Enter")
        page.wait_for_function("id => document.querySelector(id).querySelector('table') !== null", arg=place, timeout=60_000)
    page.evaluate(check.RULES)
    faults = check.look_through(page, ["id", "link"])
    expect(not faults, f"with answers on the page: {'; '.join(faults[:5])}")
    page.click("#accounts td >> nth=3") if page.query_selector("#accounts td") else None
    cell = page.query_selector("#grid-cursor ~ .scroll td, .scroll td[tabindex='0']")
    expect(cell is not None, "the grid of rates and rents has no cursor")
    cell.evaluate("e => { for (let f = e.closest('details'); f; f = f.parentElement.closest('details')) f.open = true; e.focus(); }")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    rate = cell.evaluate("e => e.closest('table').tHead.rows[0].cells[2].textContent.trim().match(/^[\\d.]+%/)[0]")
    expect(page.inner_text("#grid-cursor").startswith(f"At {rate}"), f"the cursor is not at {rate}: {page.inner_text('#grid-cursor')}")
    page.keyboard.press("Enter")
    settled(page)
    expect(any(text.endswith(f"={rate}") for text in page.evaluate("settings()")), "Enter does not take the rate")
    page.click("#reset")
    settled(page)
    print("Solve, sweep, explain and the grid answer")


def timed(page, models):
    for place, model in enumerate(models):
        page.select_option("#model", str(place))
        settled(page)
        times = page.evaluate("""async () => {
          const rates = inputs.filter(i => i.kind === 'number' && /^loan\\..*rate/.test(i.path));
          const times = [];
          const frame = () => new Promise(done => requestAnimationFrame(done));
          for (let n = 0; n < 210; n++) {
            const one = rates[n % rates.length];
            await frame();
            const start = performance.now();
            state.overrides.set(one.path, spelt(one, one.from + one.step * (n * 7 % 100)));
            apply();
            document.getElementById('answer').getBoundingClientRect();
            times.push(performance.now() - start);
          }
          state.overrides.clear();
          return times.slice(10);
        }""")
        page.evaluate("apply()")
        page.wait_for_timeout(100)
        print(f"{model}: a change to its first page laid out in {statistics.median(times):.1f} ms, median of {len(times)}; 95 of 100 under {sorted(times)[int(len(times) * 0.95)]:.1f}")


RULES = ["language", "viewport", "skip-link", "id", "link", "sideways", "target-size", "caption", "scope", "blank-cell", "merged-cell", "order", "motion"]
STOPS = 150  # of Tab: past the assumptions that stand open, the questions and the contents, into the report
HINTS = """() => [...document.querySelectorAll('.lever :is(input, select)')]
  .filter(e => !$(e.getAttribute('aria-describedby')?.split(' ').at(-1))?.textContent.trim()).map(e => 'hint: ' + e.id)"""
CONTROLS = """() => [...document.querySelectorAll('button, input, select, textarea, summary, .on-screen')]
  .filter(e => e.checkVisibility() && !e.matches('main .aside > summary')).map(e => 'paper: ' + (e.id || e.textContent.trim()))"""


def with_a_change(browser, address, width):
    page = opened(browser, address, viewport={"width": width, "height": 900})
    settled(page)
    page.evaluate("changeAll([[inputs.find(i => i.kind === 'number' && /^loan.*rate/.test(i.path)).path, '9%']])")
    settled(page)
    return page


def on_paper(page):
    """The report of what is set, each sheet with its words and number, and nothing to press."""
    page.emulate_media(**check.PRINT)
    faults = page.evaluate(CONTROLS) + check.look_through(page, ["print"])
    page.emulate_media(media="screen", **check.LOOKS["light"])
    return faults


def walked(page):
    # Tab goes into sections that are not yet drawn
    page.add_style_tag(content="section { content-visibility: visible !important }")
    return check.walk(page, STOPS)


def looked_at(page, of_axe=check.AXE):
    """The report inside is looked through with the reports: here it is the page around it."""
    page.evaluate("() => { for (const d of document.querySelectorAll('.levers details, .ask details, .moved details')) d.open = true; }")
    return page.evaluate(HINTS) + check.look_through(page, RULES) + page.evaluate(
        """async rules => (await axe.run({exclude: [['#report']]}, rules)).violations
            .map(v => 'axe: ' + v.id + ': ' + v.help + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join('; '))""", of_axe)


def looked_through(browser, address, axe, widths):
    count = 0
    for width in widths:
        page = with_a_change(browser, address, width)
        page.evaluate(axe)
        page.evaluate(check.RULES)
        found = [("on paper", on_paper(page)), ("walked by Tab", walked(page))]
        for look, media in check.LOOKS.items():
            page.emulate_media(**media)
            found.append((look, looked_at(page)))
        for look, faults in [*found, ("in all", page.faults)]:
            for fault in dict.fromkeys(faults):
                print(f"workbench: {width} pixels, {look}: {fault}")
                count += 1
        page.context.close()
    return count


def main(arguments):
    is_short = arguments[:1] == ["--few"]
    arguments = arguments[is_short:]
    if len(arguments) < 3:
        print(__doc__, file=sys.stderr)
        return 2
    homeward, page_file, models = str(pathlib.Path(arguments[0]).resolve()), pathlib.Path(arguments[1]), arguments[2:]
    from playwright.sync_api import sync_playwright
    import importlib.resources

    axe = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    executable = check.find_browser()
    if not executable or not page_file.is_file():
        print("no Chromium, or no such page", file=sys.stderr)
        return 2
    print(f"{page_file.name}: {page_file.stat().st_size:,} bytes, {hashlib.sha256(page_file.read_bytes()).hexdigest()[:16]}")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        address = page_file.resolve().as_uri()
        try:
            page = opened(browser, address, viewport={"width": 1280, "height": 900})
            shown_whole(page, homeward, models)
            questions(page)
            keyboard_walk(opened(browser, address, viewport={"width": 1280, "height": 900}), homeward, models, folder)
            page.select_option("#model", "1")
            wrong_entry(page)
            failed_engine(page)
            print("A wrong value, and an engine that fails, keep the report and the changes")
            if not is_short:
                timed(page, models)
            expect(not page.faults, "; ".join(page.faults[:5]))
            expect(page.evaluate("WebAssembly.Module.imports(module).length") == 0, "the module imports something")
            page = opened(browser, address)
            same_bytes(page, homeward, models, FEW_SETS if is_short else SETS)
            expect(not page.faults, "; ".join(page.faults[:5]))
        except Failed as failed:
            print(f"workbench: {failed}")
            return 1
        faults = looked_through(browser, address, axe, check.WIDTHS[1:] if is_short else check.WIDTHS)
        browser.close()
    if page_file.stat().st_size >= MOST_BYTES:
        print(f"workbench: the file has {page_file.stat().st_size:,} bytes, and less than {MOST_BYTES:,} is wanted")
        faults += 1
    print(f"The workbench: {faults} fault(s)")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
