"""Opens HTML files in a browser and fails on what no reader should meet.

    python3 -m venv Tests/.venv
    Tests/.venv/bin/pip install -r Tests/Browser/requirements.txt
    Tests/.venv/bin/python Tests/Browser/check.py [--themes] FILE.html ...

Each file is opened at 1280 and 320 pixels: as it comes, on paper, then with its folds open, light, dark and in forced colours, with
text twice as large and with the spacing of WCAG 1.4.12, and walked through by Tab. rules.js says what is looked for in each; axe-core
looks through it at 320 with folds open, but for what rules.js looks for too, and whole with --themes at both widths, in each theme and with folds shut as well, for these are
of the style, which all reports share. A request for anything but the file itself, an error on the console, what breaks a rule and
whatever axe-core finds against WCAG 2.2 AA are faults. The browser is the installed Chromium, or the one named by CHROMIUM.
Exit 0 when there are none, 1 when there are, 2 when the check could not be made.
"""

import importlib.resources
import os
import pathlib
import shutil
import sys

WIDTHS = [1280, 320]
LOOKS = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced colours": {"color_scheme": "light", "forced_colors": "active"},
}
PRINT = {"media": "print", "color_scheme": "dark", "forced_colors": "none"}
AXE = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],
}
# On every report these take axe-core a minute and a half; rules.js has the same of targets and landmarks, and contrast is of the style.
LONG = {"rules": {name: {"enabled": False} for name in ["color-contrast", "target-size", "region", "landmark-unique"]}}
RULES = pathlib.Path(__file__).with_name("rules.js").read_text("utf-8")
OF_COLOUR = ["svg-contrast", "svg-mark"]
OF_PAPER = ["print", *OF_COLOUR]
LARGE = "html { font-size: 200% !important }"
SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"
STOPS = 25  # of Tab, that is: the contents, the first figures and the first fold


def find_browser():
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    for name in ["chromium", "chromium-browser", "google-chrome", "chrome"]:
        found = shutil.which(name)
        if found:
            return found
    return None


def look_through(page, names=()):
    return page.evaluate("names => rules(...names)", list(names))


def open_folds(page):
    page.evaluate("() => document.querySelectorAll('details').forEach(fold => fold.open = true)")


def walk(page, stops=STOPS):
    """Tab goes from each stop to the one after it in the page, and each can be seen to have the focus."""
    found = page.evaluate(
        "() => { const shown = e => e.checkVisibility({ contentVisibilityAuto: true }) && e.getClientRects().length > 0;"
        " const controls = 'a[href], button, input, select, summary';"
        " window.stops = [...document.querySelectorAll(controls + ', [tabindex]')]"
        "   .filter(e => shown(e) && !e.disabled && (e.tabIndex >= 0 || e.matches(controls)));"
        " document.activeElement.blur(); window.scrollTo(0, 0); return window.stops.length; }"
    )
    faults = []
    for stop in range(min(found, stops)):
        page.keyboard.press("Tab")
        fault = page.evaluate(
            "at => { const now = document.activeElement, wanted = window.stops[at];"
            " const name = e => e.tagName + ' ' + e.textContent.trim().slice(0, 30);"
            " if (now !== wanted) return 'focus-order: ' + name(now) + ' comes before ' + name(wanted);"
            " const style = getComputedStyle(now), box = now.getBoundingClientRect();"
            " if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return 'focus-seen: ' + name(now);"
            " if (box.bottom < 0 || box.top > innerHeight || box.right < 0) return 'focus-seen: off the screen: ' + name(now);"
            " return null; }",
            stop,
        )
        if fault:
            return faults + [fault]
    return faults


def styled(page, css, names):
    """What breaks a rule when the reader lays a style of their own over the page."""
    added = page.add_style_tag(content=css)
    faults = look_through(page, names)
    added.evaluate("style => style.remove()")
    return faults


def axe_faults(page, is_whole):
    faults = []
    for found in page.evaluate("rules => axe.run(document, rules)", AXE if is_whole else AXE | LONG)["violations"]:
        places = "; ".join(" ".join(map(str, node["target"])) for node in found["nodes"][:3])
        faults.append(f"axe: {found['id']}: {found['help']}: {places}")
    return faults


def check(browser, axe, path, width, has_themes):
    """Pairs of how the page was looked at and what was found."""
    found = []
    address = path.resolve().as_uri()
    context = browser.new_context(viewport={"width": width, "height": 900}, offline=True)
    page = context.new_page()
    page.on("console", lambda m: found.append(("console", m.text)) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: found.append(("script", str(error))))

    def request(asked):
        own = asked.url.split("#")[0] == address
        if not own and not asked.url.startswith(("data:", "blob:")):
            found.append(("request", f"asks for {asked.url}"))

    page.on("request", request)

    def note(look, faults):
        found.extend((look, fault) for fault in faults)

    page.emulate_media(**LOOKS["light"])
    page.goto(address)
    page.evaluate(axe)
    page.evaluate(RULES)
    note("folds shut", look_through(page, ["sideways", "target-size"]))
    note("walked by Tab", walk(page))
    if has_themes:
        for look, media in LOOKS.items():
            page.emulate_media(**media)
            note(f"{look}, folds shut", axe_faults(page, True))
    page.emulate_media(**PRINT)
    note("paper", look_through(page, OF_PAPER))
    page.emulate_media(media="screen", **LOOKS["light"])
    open_folds(page)
    note("light", look_through(page))
    note("text at 200%", styled(page, LARGE, ["sideways"]) if width > 640 else [])
    note("spaced text", styled(page, SPACED, ["sideways"]))
    for look, media in LOOKS.items():
        page.emulate_media(**media)
        if look != "light":
            note(look, look_through(page, OF_COLOUR))
        if has_themes or look == "light" and width == 320:
            note(look, axe_faults(page, has_themes))
    context.close()
    return dict.fromkeys(found)


def main(arguments):
    has_themes = arguments[:1] == ["--themes"]
    arguments = arguments[has_themes:]
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        from playwright.sync_api import sync_playwright

        axe = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    except (ImportError, FileNotFoundError) as error:
        print(f"{error}; install Tests/Browser/requirements.txt", file=sys.stderr)
        return 2
    executable = find_browser()
    if not executable:
        print("no Chromium; install it, or name it in CHROMIUM", file=sys.stderr)
        return 2
    count = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        for argument in arguments:
            path = pathlib.Path(argument)
            if not path.is_file():
                print(f"{argument}: there is no such file", file=sys.stderr)
                return 2
            for width in WIDTHS:
                for look, fault in check(browser, axe, path, width, has_themes):
                    print(f"{argument}: {width} pixels, {look}: {fault}")
                    count += 1
        browser.close()
    print(f"{len(arguments)} file(s), {count} fault(s)")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
