"""The site of all languages out of what Sphinx has made: sized figures, notebooks to take along, the search's index."""

import re
import shutil
import subprocess
import sys
from base64 import b64decode, b64encode
from functools import partial
from hashlib import sha256
from html import escape, unescape
from io import BytesIO
from itertools import count, pairwise
from pathlib import Path
from struct import unpack
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import numpy as np
import taken
from conf import LANGUAGES
from links import readable
from lists import BookError
from matplotlib import get_data_path
from pages import KINDS, ROOT
from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo

from bcs_helpers import figures, words
from bcs_helpers.classroom.wording import editions
from bcs_helpers.words import say, translate

SET_UP = ("README.md", "LICENSE", "LICENSE-text", "CITATION.cff", "Makefile", "environment.yml", "pyproject.toml")
SET_UP += ("hatch_build.py", "index.ipynb", "README.zh.md")
LEFT = [line for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
LEFT += ["*.mo"]  # each installation makes its own
COLUMNS = re.compile(
    r'(<span id="\w+" data-columns="([\d. ]+)"></span>(?:(?!<img ).)*)(<img [^>]*?src="([^"]+)"[^>]*>)', re.DOTALL
)
FORMULA = re.compile(r'<span class="math[^"]*">\\\((.*?)\\\)</span>', re.DOTALL)
FONTS = {"en": Path(get_data_path(), "fonts", "ttf", "DejaVuSans.ttf"), "zh-CN": words.FONT}
WINDOW = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{number} - {book}</title>
<link rel="icon" href="../_static/favicon.svg">
<link rel="stylesheet" href="../_static/figure.css">
<script src="../_static/old.js"></script>
{settings}
<script defer src="../_static/mathjax/startup.js"></script>
<script defer src="../_static/explore.js"></script>
</head>
<body>
<main>
<h1>{number}</h1>
<div class="shown"{scrolls}>{shown}</div>
{caption}
<p class="licence">{save}{licence} · <a href="../{home}#{key}">↩ {back}</a></p>
</main>
</body>
</html>
"""
LICENCE = "{number} · The BCS companion, {page} · CC BY 4.0"
UNSEARCHED = ".headerlink, .cell_input, .cell_output, div.math, .cite, svg"  # no code, no TeX
TRANSLATIONS = re.compile(
    r'<script src="[^"]*translations\.js[^"]*"></script>'
)  # for Sphinx's own search; it needs eval
SIDES = re.compile(r"\b(?:Left|Right):|[左右]图：")
BODY = re.compile(r'(<div data-pagefind-body(?: lang="en")?)(?: data-pagefind-weight="[\d.]+")?')
LABEL = re.compile(r'aria-label="([^"]+)"')
DRAWING = re.compile(r'<svg class="ways".*?</svg>', re.DOTALL)  # on a phone it scrolls
IMAGE = re.compile(r'<img ([^>]*src="([^":]+\.png)")')


def assemble(build, site):
    """Everything that is served, from the folders in which Sphinx worked."""
    shutil.rmtree(site, ignore_errors=True)
    leave = shutil.ignore_patterns(".buildinfo*", "objects.inv")
    for language, folder in LANGUAGES.items():
        shutil.copytree(build / language / "html", site / folder, dirs_exist_ok=True, ignore=leave)
    whole(site, {language: take_along(build, site, language) for language in LANGUAGES})
    (site / ".nojekyll").touch()
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        language = "zh-CN" if path.is_relative_to(site / LANGUAGES["zh_CN"]) else "en"
        if path.parent.name == "notebooks":
            text = equations(text, path.stem)
            text = with_sides(text, language)
            figure_pages(text, path, language)
        text = COLUMNS.sub(partial(with_columns, path.parent, language), text)
        text = DRAWING.sub(r'<div class="wide-box">\g<0></div>', text)
        text = taken.weighed(TRANSLATIONS.sub("", text), path.parent)
        if language != "en":  # some of the theme's words cannot be translated in the theme
            text = LABEL.sub(lambda label, language=language: f'aria-label="{translate(label[1], language)}"', text)
        text = IMAGE.sub(partial(sized, path.parent), text)
        text = re.sub(r'(<dt id="term-[^>]*>[^<]* — )([^<]+)', r'\1<span lang="zh-CN">\2</span>', text)
        path.write_text(policy(text), encoding="utf-8")


def equations(text, stem):
    """Each displayed equation of a chapter with a number, (5.3), which is also the link to it."""
    numbers = count(1)

    def numbered(found):
        number = f"{int(stem[:2])}.{next(numbers)}"
        name = f"equation-{number.replace('.', '-')}"
        link = f'<a href="#{name}">({number})</a>'
        return f'<div class="math equation{found[1]}" id="{name}"{found[2]}><div>{found[3]}</div>{link}</div>'

    return re.sub(r'<div class="math( notranslate nohighlight)"([^>]*)>(.*?)</div>', numbered, text, flags=re.DOTALL)


def with_sides(text, language):
    """Captions of moving figures that say left and right, with a line that is seen where one stands above the other."""
    line = translate("On a narrow screen left is above, right is below.", language)
    line = f" {line}" if language == "en" else line

    def caption(found):
        moves = f'<div id="{found[1]}" class="explore-' in text and SIDES.search(found[0])
        return f'{found[0]}<span class="stacked" data-pagefind-ignore>{line}</span>' if moves else found[0]

    return re.sub(r'<p><a class="figure" href="\.\./figures/(\w+)\.html">.*?(?=</p>)', caption, text, flags=re.DOTALL)


def figure_pages(text, path, language):
    """A page of its own for each figure of a chapter, as large as the window."""
    up = path.parent.parent
    home = path.relative_to(up).as_posix()
    for found in re.finditer(r'<a class="figure" href="\.\./figures/(\w+)\.html">([^<]+)</a>', text):
        key, number = found[1], found[2].rstrip(".。")
        caption = text[text.rfind("<p>", 0, found.start()) : text.index("</p>", found.end())]
        caption = re.sub(r"</?a\b[^>]*>", "", caption) + "</p>"
        still = re.search(rf'<span id="{key}"[^>]*></span>.*?<img ([^>]*?)src="([^"]+)"', text, re.DOTALL)
        script = r'(?:\n<script type="module">.*?</script>)?'
        moving = re.search(rf'<div id="{key}" class="explore-.*?</div>{script}', text, re.DOTALL)
        book, back = (translate(text, language) for text in ("The BCS companion", "back to the text"))
        whose = say(LICENCE, language=language, number=number, page=path.stem)
        scrolls = ""
        if moving:  # saved is the picture that it begins with
            source = BytesIO(b64decode(re.search(r'src="data:image/png;base64,([^"]+)"', moving[0])[1]))
            shown = moving[0]
        elif still:
            source, shown = path.parent / still[2], f'<img {still[1]}src="{key}.png">'
            scrolls = f' tabindex="0" role="group" aria-label="{translate("scrolls sideways", language)}"'
        else:
            continue
        saved = up / "figures" / f"{key}.png"
        saved.parent.mkdir(exist_ok=True)
        signed(source, saved, whose, language)
        save = f'<a href="{key}.png" download>PNG</a> · '
        settings = re.search(r"<script>window\.MathJax.*?</script>", text, re.DOTALL)
        fields = {"settings": settings[0] if settings else ""}
        fields |= {"language": language, "number": number, "key": key, "home": home, "save": save}
        fields |= {"book": book, "back": back, "scrolls": scrolls}
        if columns := re.search(rf'<span id="{key}" data-columns="([\d. ]+)"', text):
            shown, fields["scrolls"] = with_tall(shown, f"{key}-tall.png", language), ""
            stacked(source, up / "figures" / f"{key}-tall.png", [float(x) for x in columns[1].split()])
        page = WINDOW.format(shown=shown, caption=caption, licence=escape(whose), **fields)
        target = up / "figures" / f"{key}.html"
        target.parent.mkdir(exist_ok=True)
        target.write_text(policy(page), encoding="utf-8")


def with_columns(folder, language, found):
    """A figure with several columns, and for a phone the same with one below the other."""
    source = folder / found[4]
    tall = source.with_name(f"{source.stem}-tall.png")
    stacked(source, tall, [float(x) for x in found[2].split()])
    with Image.open(tall) as image:
        size = ' width="{}" height="{}"'.format(*(round(number / figures.SHARP) for number in image.size))
    name = Path(found[4]).with_name(tall.name).as_posix()
    return found[1] + with_tall(found[3], name, language, size)


def with_tall(image, name, language, size=""):
    """An <img>, for a phone another in its place, whose columns stand one below the other; and what is left there."""
    other = f'<source media="(max-width: 700px)" srcset="{name}"{size}>'
    told = translate("On a narrow screen left is above, right is below.", language)
    above = f'<p class="above">{told}</p>' if re.search(r"\b[Ll]eft\b|左", image) else ""
    return f"<picture>{other}{image}</picture>{above}"


def stacked(source, target, edges):
    """The columns of a figure one below the other."""
    places, colours = in_its_colours(source)
    share = places.shape[1] / edges[-1]
    columns = [places[:, round(left * share) : round(right * share)] for left, right in pairwise(edges)]
    tall = np.full((len(columns), len(places), max(part.shape[1] for part in columns)), len(colours))  # white
    for room, part in zip(tall, columns, strict=True):
        room[:, : part.shape[1]] = part
    save(tall.reshape(-1, tall.shape[-1]), [*colours, (255, 255, 255)], target)


def signed(source, target, licence, language):
    """A copy of a figure with a line that says whose it is."""
    places, colours = in_its_colours(source)
    room = len(places) // 25 + 12
    line = Image.new("L", (places.shape[1], room), 255)
    font = ImageFont.truetype(FONTS[language], room // 2)
    ImageDraw.Draw(line).text((room // 2, room // 2), licence, fill=68, font=font, anchor="lm")
    greys = [(17 * level,) * 3 for level in range(16)]
    note = PngInfo()
    note.add_itxt("Copyright", licence, lang=language)
    save(np.vstack([places, len(colours) + np.asarray(line) // 17]), colours + greys, target, note)


def in_its_colours(source):
    """A stored picture as places in its table of colours, and the table; nothing of it is counted anew."""
    with Image.open(source) as image:
        stored = image if image.mode == "P" else figures.in_few_colours(image.convert("RGB"))
        colours = stored.getpalette("RGB")
        return np.array(stored), list(zip(colours[::3], colours[1::3], colours[2::3], strict=True))


def save(places, colours, target, note=None):
    image = Image.fromarray(places.astype(np.uint8))
    image.putpalette([level for colour in colours for level in colour])
    image.save(target, pnginfo=note)  # not `optimize`, which took a third of the time of the book


def policy(text):
    """The page with its rules for the browser: nothing from elsewhere, no script but those of the book."""
    scripts = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", text, re.DOTALL)
    hashes = [b64encode(sha256(script.encode()).digest()).decode() for script in dict.fromkeys(scripts)]
    rules = "; ".join(
        [
            "default-src 'self'",
            " ".join(["script-src 'self' 'wasm-unsafe-eval'", *(f"'sha256-{name}'" for name in hashes)]),
            "style-src 'self' 'unsafe-inline'",  # MathJax writes its own, and a slider its width
            "img-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
        ]
    )
    return re.sub(r"(<head>)", rf'\1\n<meta http-equiv="Content-Security-Policy" content="{rules}">', text, count=1)


def take_along(build, site, language):
    """The notebooks of a language, for download; the folder of its edition, {name in the project: file}."""
    target, edition = site / LANGUAGES[language] / "download", {}
    home = ROOT
    if language != "en":
        home = edition_of(build / "edition", language)
        edition = {f"{home.name}/{p.relative_to(home).as_posix()}": p for p in home.rglob("*") if p.is_file()}
    for path in (path for kind in KINDS for path in (ROOT / kind).glob("*.ipynb")):
        name = path.relative_to(ROOT)
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(home / name, target / name)
    return edition


def edition_of(work, language):
    """The edition of a language as `bcs lab` would bring it up to date, in a folder that nobody has worked in."""
    shutil.rmtree(work, ignore_errors=True)
    home = editions.home(work, language)
    for folder in KINDS:
        shutil.copytree(ROOT / folder, work / folder, ignore=shutil.ignore_patterns("*.py"))
    shutil.copy(ROOT / "index.ipynb", work)
    ran = editions.home(ROOT, language)
    for name in (editions.CACHE, *(f"{p.parent.name}/{p.name}" for p in ran.glob("[ns]*/*.ipynb"))):
        if (ran / name).exists():
            (home / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ran / name, home / name)
    if left := editions.build(work, language).left:
        for name in left:
            (home / f"{name}.ipynb").unlink()
        editions.build(work, language)
    return home


def whole(site, more):
    """The companion as it is set up and run, for each language as a zip: the same bytes for the same files."""
    files = {name: ROOT / name for name in SET_UP}
    for folder in (".jupyter", "bcs_helpers", *KINDS):
        files |= {p.relative_to(ROOT).as_posix(): p for p in (ROOT / folder).rglob("*") if p.is_file() and own(p)}
    for language, folder in LANGUAGES.items():
        with ZipFile(site / folder / "download" / "bcs-companion.zip", "w", ZIP_DEFLATED) as archive:
            for name, path in sorted((files | more[language]).items()):
                entry = ZipInfo(f"bcs-companion/{name}", (1980, 1, 1, 0, 0, 0))
                entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
                archive.writestr(entry, taken.content(path, ("bcs_helpers", *KINDS)))


def own(path):
    """Whether a file belongs to the project, and is not what building, running or solving it has left."""
    inner = path.relative_to(ROOT)
    return not any(place.match(pattern) for place in (inner, *inner.parents) for pattern in LEFT)


def sized(folder, image):
    """The start of the same <img> with its size, so that nothing moves when it comes, and a mark if it is wide."""
    pixels = unpack(">II", (folder / image[2]).read_bytes()[16:24])
    width, height = (round(number / figures.SHARP) for number in pixels)
    return f"<img {'class=wide ' if width > 900 else ''}width={width} height={height} {image[1]}"


def index_for_search(site, work):
    """An index for each language: its own pages, and the other language's of those that are translated."""
    pages = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    english = {name for name in pages if not name.startswith("zh/")}
    both = {name for name in english if 'data-pagefind-body lang="en"' not in pages[f"zh/{name}"]}
    wanted = {"": english | {f"zh/{name}" for name in both}, "zh": (pages.keys() - english) | both}
    shutil.rmtree(work, ignore_errors=True)
    for folder, names in wanted.items():
        for name in names:
            path = work / folder / "site" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            text = searchable(pages[name])
            if name.startswith("zh/") != (folder == "zh"):  # the other language comes second
                text = BODY.sub(r'\1 data-pagefind-weight="0.2"', text)
            path.write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "pagefind", "--site", str(work / folder / "site"), "--force-language", "en"]
        command += ["--output-path", str(site / folder / "pagefind"), "--exclude-selectors", UNSEARCHED, "--quiet"]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise BookError(f"Pagefind failed:\n{done.stdout}{done.stderr}")


def searchable(page):
    """The page as Pagefind needs it: an anchor is a heading with an id, and a Chinese character is a word.

    (Its own division of Chinese into words is not the browser's, so that a word would not find itself.)
    """
    page = FORMULA.sub(lambda formula: escape(readable(unescape(formula[1]))), page)
    page = re.sub(r'(<section[^>]* id="([^"]+)"[^>]*>(?:<span[^>]*></span>|\s)*<h\d)>', r'\1 id="\2">', page)
    page = re.sub(r'<dt id="term-', r'<dt data-pagefind-weight="8" id="term-', page)
    page = re.sub(r'<dt( class="sig[^>]*|[^>]* id="term-[^>]*)>(.*?)</dt>', r"<h3\1>\2</h3>", page, flags=re.DOTALL)
    return re.sub(r"[\u4e00-\u9fff](?![^<>]*>)", r" \g<0> ", page)
