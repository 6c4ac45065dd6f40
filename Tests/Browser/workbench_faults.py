"""Plants each fault in a good workbench and expects the check to find it, so that none of its checks can pass blindly.

    Tests/.venv/bin/python Tests/Browser/workbench_faults.py WORKBENCH.html

Each is planted in the text of the file, as it would stand there if Sources/Page/Shell had it. A small model is enough, and quick.
Exit 0 when each is found, 1 when one is not, 2 when the check could not be made.
"""

import importlib.resources
import pathlib
import sys
import tempfile

import check
import workbench

# A check, what it is to say, what stands in the page, and what stands there instead.
FAULTS = [
    ("looked at", "axe: label", "element('label', {htmlFor: id}", "element('label', {}"),
    ("looked at", "hint: ", "box.setAttribute('aria-describedby', id + '-hint');", ""),
    ("looked at", "target-size: ", ".workbench button.link { min-height: 1.5rem;", ".workbench button.link { min-height: 0;"),
    ("looked at", "sideways: ", '.lever select { width: 100%;', '.lever select { width: 30rem;'),
    ("looked at", "id: h-levers", 'id="h-ask"', 'id="h-levers"'),
    ("walked", "focus-seen: ", ":focus-visible { outline: 3px", ":focus-visible { outline: 0px"),
    ("walked", "focus-order: ", 'id="help-open"', 'id="help-open" tabindex="-1"'),
    ("walked", "focus-order: ", "{type: 'range',", "{type: 'range', tabIndex: -1,"),
    ("changed", "the first stop is the skip link", '<a class="skip"', '<button type="button">First</button><a class="skip"'),
    ("changed", "no live region", '<p role="status"', "<p"),
    ("changed", "is not announced", "  say('Worked out.'", "  void ('Worked out.'"),
    ("changed", "moves the focus", "  showCursor();\n}", "  showCursor();\n  if (state.overrides.size) main.focus();\n}"),
    ("changed", "the answer does not say", "const settings = () => [...state.overrides]", "const settings = () => []"),
    ("wrong", "is not named at the top", "$('problems').hidden = false;", ""),
    ("wrong", "is not marked as one", "box.setAttribute('aria-invalid', 'true')", "void 0"),
    ("wrong", "is not beside the entry", "`${input.id}-error ${input.id}-hint`", "`${input.id}-hint`"),
    ("wrong", "is not kept", "$('problems').hidden = false;", "$('problems').hidden = false; $('answer').replaceChildren();"),
    ("wrong", "report is not marked", "stale('Out of date", "void ('Out of date"),
    ("wrong", "stays marked", "for (const input of inputs) mark(input, '');", ""),
    ("on paper", "paper: find", ".top, .levers, .ask,", ".top, .ask,"),
    ("on paper", "paper: grid-cursor", ".on-screen, dialog {", "dialog {"),
    ("on paper", "no words at the foot", "$('running').textContent =", "void"),
    ("quiet", "console: ", '<a class="skip"', '<img src="https://example.org/" alt=""><a class="skip"'),
]
# All that axe-core looks for takes long, and is not what is tried here.
LABELS = {"runOnly": ["label"]}


def found(browser, axe, address, name):
    """What a check says of a page."""
    try:
        if name in ("changed", "wrong"):
            page = workbench.opened(browser, address, viewport={"width": 1280, "height": 900})
            (workbench.change_by_keyboard if name == "changed" else workbench.wrong_entry)(page)
            return page.faults
        page = workbench.with_a_change(browser, address, 320 if name == "looked at" else 1280)
        page.evaluate(axe)
        page.evaluate(check.RULES)
        looks = {"on paper": workbench.on_paper, "walked": workbench.walked, "looked at": lambda page: workbench.looked_at(page, LABELS)}
        return (looks[name](page) if name in looks else []) + page.faults
    except workbench.Failed as failed:
        return [str(failed)]
    finally:
        for context in browser.contexts:
            context.close()


def main(arguments):
    if len(arguments) != 1 or not pathlib.Path(arguments[0]).is_file():
        print(__doc__, file=sys.stderr)
        return 2
    from playwright.sync_api import sync_playwright

    axe = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    good = pathlib.Path(arguments[0]).read_bytes().decode()
    missed = 0
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=check.find_browser(), args=["--no-sandbox"])
        path = pathlib.Path(folder) / "workbench.html"
        for name in dict.fromkeys(name for name, *_ in FAULTS):
            path.write_bytes(good.encode())
            for fault in found(browser, axe, path.as_uri(), name):
                print(f"{name}: the good page has {fault}")
                missed += 1
        for name, words, old, new in FAULTS:
            path.write_bytes(good.replace(old, new, 1).encode())
            said = found(browser, axe, path.as_uri(), name) if old in good else ["nothing, for there is no such text"]
            if not any(words in fault for fault in said):
                print(f"{name}: found {'; '.join(said)[:300] or 'nothing'} of: {old} -> {new}")
                missed += 1
        browser.close()
    print(f"{len(FAULTS)} fault(s) planted, {missed} missed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
