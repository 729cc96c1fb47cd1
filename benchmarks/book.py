"""The web book's pages, after `make book`: bytes of each page, bytes it asks for, and the time to its first paint.

Chromium reads from a plain file server on this machine, which compresses nothing. `cold` is a reader's first page,
`warm` the same page with scripts, fonts and style at hand. The best of five; the machine is shared and noisy.
"""

import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which

from playwright.sync_api import sync_playwright

SITE = Path(__file__).parents[1] / "build" / "book"
PAGES = ["index", "notebooks/01_before_bcs", "notebooks/05_gap_equation", "exercises/05_gap_equation"]
PAGES += ["solutions/05_gap_equation", "glossary", "textbook", "references", "api/gap", "search", "zh/index"]
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
BYTES = """['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind))
    .reduce((sum, entry) => sum + entry.transferSize, 0)"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


def measure(browser, address):
    """(bytes asked for, first paint cold, first paint warm) of one page, times in ms."""
    cold, warm = [], []
    for _ in range(5):
        context = browser.new_context(viewport={"width": 390, "height": 844})
        page, asked = context.new_page(), None
        for times in (cold, warm):
            page.goto(address, wait_until="networkidle")
            page.wait_for_function(PAINT)
            times.append(page.evaluate(PAINT))
            asked = asked or page.evaluate(BYTES)
        context.close()
    return asked, min(cold), min(warm)


def main():
    if not SITE.exists():
        sys.exit("First: make book")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=SITE))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    browsers = [which(name) for name in ("chromium", "google-chrome", "chrome") if which(name)]
    print(f"{'page':<30} {'kB':>6} {'asks for kB':>12} {'paint cold':>12} {'warm':>8} ms")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browsers[0] if browsers else None, args=["--no-sandbox"])
        for name in PAGES:
            size = (SITE / f"{name}.html").stat().st_size
            asked, cold, warm = measure(browser, f"http://127.0.0.1:{server.server_port}/{name}.html")
            print(f"{name:<30} {size / 1000:6.0f} {asked / 1000:12.0f} {cold:12.0f} {warm:8.0f}")
        browser.close()


if __name__ == "__main__":
    main()
