"""Plants each fault in a good page and expects the check to find that one and no other, so that no rule can pass blindly.

    Tests/.venv/bin/python Tests/Browser/faults.py GOOD.html

Exit 0 when each is found, 1 when one is not, 2 when the check could not be made.
"""

import pathlib
import sys

import check

STYLE = "const s = document.createElement('style'); s.textContent = {!r}; document.head.append(s);"


def style(css):
    return STYLE.format(css)


# A rule, what breaks it, and how the page is looked at, if not light and open.
FAULTS = [
    ("language", "document.documentElement.lang = 'de'"),
    ("title", "document.title = 'Report'"),
    ("viewport", "document.querySelector('meta[name=viewport]').content += ', maximum-scale=1'"),
    ("landmarks", "document.querySelector('footer').remove()"),
    ("landmarks", "document.querySelector('nav').removeAttribute('aria-label')"),
    ("landmarks", "document.querySelector('main').insertAdjacentHTML('afterend', '<p>Beside it</p>')"),
    ("region-name", "const [a, b] = document.querySelectorAll('caption'); b.innerHTML = a.innerHTML"),
    ("headings", "document.querySelector('h2').outerHTML = '<h1>Two</h1>'"),
    ("headings", "document.querySelector('h1').insertAdjacentHTML('afterend', '<h4>Deep</h4>')"),
    ("skip-link", "document.querySelector('.skip').remove()"),
    ("id", "document.querySelectorAll('caption')[1].insertAdjacentHTML('beforeend', `<i id=\"${document.querySelector('caption').id}\">x</i>`)"),
    ("id", "document.querySelector('h1').id = 'a1b2c3d4-e5f6-7a8b-9c0d-112233445566'"),
    ("link", "document.querySelector('main p').innerHTML += ' <a href=\"#nowhere\">A place</a>'"),
    ("link-words", "document.querySelector('main p').innerHTML += ' <a href=\"#report\">click here</a>'"),
    ("svg", "document.querySelector('svg').removeAttribute('aria-hidden')"),
    ("svg", "document.querySelector('svg').setAttribute('alt', 'A chart')"),
    ("svg", "document.querySelector('svg text').id = 'mark'"),
    ("svg-type", style(".chart .tick { font-size: 10px }")),
    ("svg-contrast", style(".chart .tick { fill: #bbb }")),
    ("svg-contrast", style(".chart .tick { fill: #333 }"), "dark"),
    ("svg-contrast", style(".chart .tick { fill: #aaa; forced-color-adjust: none }"), "forced colours"),
    ("svg-mark", style(".chart .plan { stroke: #ddd }")),
    ("svg-mark", style(".chart .plan { stroke: #ddd }"), "paper"),
    ("figure", "document.querySelector('figcaption').remove()"),
    ("figure", "document.querySelector('figure + details').remove()"),
    ("scope", "document.querySelector('thead th').removeAttribute('scope')"),
    ("row-name", "const th = document.querySelector('tbody th'); th.outerHTML = '<td>' + th.innerHTML + '</td>'"),
    ("blank-cell", "document.querySelector('tbody td').textContent = ' '"),
    ("blank-cell", "document.querySelector('thead th').textContent = ''"),
    ("merged-cell", "document.querySelector('tbody td').setAttribute('colspan', '1')"),
    ("table-head", "document.querySelector('tbody tr').lastElementChild.remove()"),
    ("table-heading", "const h = document.querySelector('caption :is(h2, h3, h4)'); h.outerHTML = h.innerHTML"),
    ("table-region", "document.querySelector('.scroll').removeAttribute('tabindex')"),
    ("table-region", "document.querySelector('.scroll').removeAttribute('aria-labelledby')"),
    ("minus", "document.querySelector('tbody td').textContent = '-12'"),
    ("minus", "document.querySelector('main p').append(' It costs -£12m.')"),
    ("text-size", style("caption { font-size: 12px }")),
    ("text-style", style("h2 { text-transform: uppercase }")),
    ("order", style("main { order: 2 }")),
    ("order", "document.querySelector('a').tabIndex = 3"),
    ("motion", style("@keyframes k { to { opacity: 0 } } h1 { animation: k 1s }")),
    ("target-size", style(".contents a { padding: 0; line-height: 1 }")),
    ("sideways", "document.querySelector('h1').style.width = '200vw'"),
    ("print", style("@media print { thead { display: table-row-group } }"), "paper"),
    ("print", style("@media print { tr { break-inside: auto !important } }"), "paper"),
    ("print", style("@media print { details:not(.aside)::details-content { content-visibility: hidden !important } }"), "paper"),
    ("print", style("@media print { .aside > summary::after { content: none !important } }"), "paper"),
    ("print", style("@media print { body { background: #eee } }"), "paper"),
    ("print", "const s = document.querySelector('style'); s.textContent = s.textContent.replace(/@bottom-left[^}]*}/, '')", "paper"),
    ("print", "const s = document.querySelector('style'); s.textContent = s.textContent.replace(/@bottom-right[^}]*}/, '')", "paper"),
    ("caption", "document.querySelector('caption').remove()"),
    ("focus-seen", style(":focus-visible { outline: none !important }"), "walk"),
    ("focus-order", "document.querySelectorAll('.contents a')[3].tabIndex = 1", "walk"),
    ("sideways", style("h1 { white-space: nowrap; width: 700px }"), "large"),
    ("sideways", style("h1 { white-space: nowrap; letter-spacing: 0; width: min-content; max-width: none; font-size: 72px }"), "spaced"),
]
# A table without a caption or a heading in it is named by nothing either.
ALSO = {"caption": {"table-heading", "table-region"}}


def found(browser, path, plant, look):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    page = context.new_page()
    page.emulate_media(**check.LOOKS.get(look, check.LOOKS["light"]))
    page.goto(path.resolve().as_uri())
    page.evaluate(check.RULES)
    page.evaluate(f"() => {{ {plant} }}")
    if look == "walk":
        faults = check.walk(page)
    elif look == "paper":
        page.emulate_media(**check.PRINT)
        faults = check.look_through(page, check.OF_PAPER)
    else:
        check.open_folds(page)
        if look in ("large", "spaced"):
            faults = check.styled(page, check.LARGE if look == "large" else check.SPACED, ["sideways"])
        else:
            faults = check.look_through(page, check.OF_COLOUR if look in ("dark", "forced colours") else ())
    names = page.evaluate("() => rules.names")
    context.close()
    return {fault.split(":")[0] for fault in faults}, names


def main(arguments):
    if len(arguments) != 1 or not pathlib.Path(arguments[0]).is_file():
        print(__doc__, file=sys.stderr)
        return 2
    from playwright.sync_api import sync_playwright

    path = pathlib.Path(arguments[0])
    missed = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=check.find_browser(), args=["--no-sandbox"])
        for look in ["light", "dark", "forced colours", "paper", "walk", "large", "spaced"]:
            faults, names = found(browser, path, "", look)
            if faults:
                print(f"{path}, {look}: the good page has {', '.join(sorted(faults))}")
                missed += 1
        for rule, plant, *look in FAULTS:
            faults, names = found(browser, path, plant, look[0] if look else "light")
            if rule not in faults or faults - {rule} - ALSO.get(rule, set()):
                print(f"{rule}, {look[0] if look else 'light'}: found {', '.join(sorted(faults)) or 'nothing'} of: {plant[:100]}")
                missed += 1
        for rule in set(names) - {rule for rule, *_ in FAULTS}:
            print(f"{rule}: no fault is planted for it")
            missed += 1
        browser.close()
    print(f"{len(FAULTS)} fault(s) planted, {missed} missed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
