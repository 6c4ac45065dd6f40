"""Opens HTML files in a browser and fails on what no reader should meet.

    python3 -m venv Tests/.venv
    Tests/.venv/bin/pip install -r Tests/Browser/requirements.txt
    Tests/.venv/bin/python Tests/Browser/check.py [--themes] FILE.html ...

Each file is opened at 1280 and 320 pixels with its folds open, and looked through by axe-core at 320; with --themes at both, dark
and in forced colours too, and with its folds shut as well, for these are of the style, which all reports share. A request for anything but the file itself, an error on the
console, a page that scrolls sideways, two elements with one id, a link to nowhere and whatever axe-core finds against WCAG
2.2 AA are faults. The browser is the installed Chromium, or the one named by CHROMIUM.
Exit 0 when there are none, 1 when there are, 2 when the check could not be made.
"""

import importlib.resources
import os
import pathlib
import shutil
import sys

WIDTHS = [1280, 320]
THEMES = [("light", "none"), ("dark", "none"), ("light", "active")]
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],
}
STRUCTURE = """() => {
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  const faults = ids.filter((id, at) => ids.indexOf(id) !== at).map(id => 'two elements have the id ' + id);
  for (const link of document.querySelectorAll('a[href^="#"]'))
    if (!document.getElementById(link.getAttribute('href').slice(1))) faults.push('nothing has the id of ' + link.getAttribute('href'));
  const root = document.scrollingElement;
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > root.clientWidth + 1
      && !e.closest('.scroll') && !e.closest('svg'));
    faults.push('scrolls sideways, ' + root.scrollWidth + ' in ' + root.clientWidth + ' pixels: '
      + wide.slice(0, 3).map(e => e.tagName + '.' + e.className).join(', '));
  }
  return faults;
}"""


def find_browser():
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    for name in ["chromium", "chromium-browser", "google-chrome", "chrome"]:
        found = shutil.which(name)
        if found:
            return found
    return None


def check(browser, axe, path, width, theme, forced, folds_tried, looks_through):
    faults = []
    address = path.resolve().as_uri()
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=theme, forced_colors=forced, offline=True
    )
    page = context.new_page()
    page.on("console", lambda m: faults.append(f"console: {m.text}") if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))

    def request(asked):
        own = asked.url.split("#")[0] == address
        if not own and not asked.url.startswith(("data:", "blob:")):
            faults.append(f"asks for {asked.url}")

    page.on("request", request)
    page.goto(address)
    page.evaluate(axe)
    for folds in folds_tried:
        if folds == "open":
            page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)")
        faults += page.evaluate(STRUCTURE)
        if not looks_through:
            continue
        for found in page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]:
            places = "; ".join(" ".join(map(str, node["target"])) for node in found["nodes"][:3])
            faults.append(f"folds {folds}: {found['id']}: {found['help']}: {places}")
    context.close()
    return faults


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
        themes, folds = (THEMES, ["shut", "open"]) if has_themes else (THEMES[:1], ["open"])
        for argument in arguments:
            path = pathlib.Path(argument)
            if not path.is_file():
                print(f"{argument}: there is no such file", file=sys.stderr)
                return 2
            for width in WIDTHS:
                for theme, forced in themes:
                    look = "forced colours" if forced == "active" else theme
                    for fault in dict.fromkeys(check(browser, axe, path, width, theme, forced, folds, has_themes or width == 320)):
                        print(f"{argument}: {width} pixels, {look}: {fault}")
                        count += 1
        browser.close()
    print(f"{len(arguments)} file(s), {count} fault(s)")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
