"""The finished site is looked through: every link, anchor and alternative text."""

from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from conf import prefix


class Page(HTMLParser):
    """The anchors of a page, where it leads, what it loads, and its images without alternative text."""

    def __init__(self, text):
        super().__init__()
        self.anchors, self.links, self.loads, self.bare = set(), set(), set(), []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.anchors |= {attributes[key] for key in ("id", "name") if attributes.get(key)}
        if href := attributes.get("href"):
            (self.links if tag == "a" or attributes.get("rel") == "canonical" else self.loads).add(href)
        if src := attributes.get("src"):
            self.loads.add(src)
        if tag == "img" and not (attributes.get("alt") or "").strip():
            self.bare.append(attributes.get("src", "")[:80])


def check(site):
    """A line for every link that leads nowhere, everything asked for elsewhere, every image without words."""
    pages = {path: Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    faults = []
    for path, page in pages.items():
        here = path.relative_to(site).as_posix()
        faults += [f"{here}: an image without alternative text, {src}" for src in page.bare]
        faults += [f"{here}: loads from elsewhere, {url}" for url in page.loads if urlsplit(url).netloc]
        for link in page.links | page.loads:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            start = site if parts.path.startswith("/") else path.parent
            target = (start / unquote(parts.path).removeprefix(prefix).lstrip("/")).resolve() if parts.path else path
            if target.is_dir():
                target /= "index.html"
            if not target.exists():
                faults.append(f"{here}: leads nowhere, {link}")
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].anchors:
                faults.append(f"{here}: no such place in the page, {link}")
    return sorted(faults)
