"""The lists that the book derives: the map of what needs what, the ways through it, the cover, the sources."""

import os
import re
import sys
from html import unescape
from pathlib import Path

import nbformat
import pytest

from bcs_helpers import materials, words
from bcs_helpers.classroom.building import maps

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "docs"))
if not os.environ.get("CI"):
    pytest.importorskip("myst_nb", reason="the extra `book` is not installed")
import lists  # noqa: E402
import pages  # noqa: E402
import taken  # noqa: E402


@pytest.fixture(scope="module")
def notebooks():
    problems = []
    found = pages.collected("en", problems)
    assert not problems
    return found


@pytest.fixture(scope="module")
def needs(notebooks):
    """{number: the chapters that it says it needs}."""
    return {stem[:2]: lists.needed(page) for (kind, stem), page in notebooks.items() if kind == "notebooks"}


# ---- the map ------------------------------------------------------------------------------------------------------


def test_each_chapter_is_found_that_another_needs(needs, notebooks):
    """Those that follow the first in brackets of their own, too: “gap equation (chapter 05), the modes (08)”."""
    assert (needs["11"], needs["12"], needs["13"]) == (["03", "04", "05"], ["05", "08"], ["03", "05"])
    for (kind, stem), page in notebooks.items():
        if kind == "notebooks":
            line = re.search(r"you need:.*?(?= ·\s+in)", page.prose, re.DOTALL)[0]
            assert needs[stem[:2]] == sorted(set(re.findall(r"\b\d\d\b", line))), stem
    assert all(other < number for number, others in needs.items() for other in others)


@pytest.mark.parametrize("way", lists.WAYS)
def test_a_way_names_what_it_does_not_walk_through(way, needs, notebooks):
    """Its chapters stand in their order, and what they need stands among them or is said to be taken on trust."""
    numbers = lists.WAYS[way].split()
    (line,) = [line for line in lists.ways(notebooks).splitlines() if line.startswith(f"- **{lists.part(way)}**")]
    walked, _, rest = line.partition("taken on trust")
    assert re.findall(r"\[(\d\d)\]", walked) == numbers == sorted(numbers)
    assert {other for number in numbers for other in needs[number]} - set(numbers) == set(
        re.findall(r"\[(\d\d)\]", rest)
    )


def test_the_ways_keep_what_their_names_promise(notebooks):
    """Two hours are at most 120 minutes; the exam, with its exercises, trusts nothing and says what solving takes."""
    told = lists.ways(notebooks)
    read = {
        way: int(re.search(rf"{re.escape(lists.part(way))}.* (\d+) minutes of reading", told)[1]) for way in lists.WAYS
    }
    assert read["two hours"] <= 120
    (exam,) = [line for line in told.splitlines() if line.startswith("- **The exam")]
    rows = {
        line[2:4]: line for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines() if line[:1] == "|"
    }
    minutes = [re.search(r"(\d+) \+ (\d+) \|$", rows[number]) for number in lists.WAYS["exam"].split()]
    reading, solving = (sum(int(found[k]) for found in minutes) for k in (1, 2))
    assert f"{reading} minutes of reading, {solving} of solving" in exam and "trust" not in exam


def test_a_box_of_the_map_holds_its_title(notebooks):
    """Number and title stand in each box, on lines that fit."""
    boxes = re.findall(r"<text[^>]*>(.*?)</text>", lists.ways(notebooks))
    told = [re.findall(r">([^<]+)</tspan>", box) for box in boxes]
    titles = [page.title.replace(" · ", " ", 1) for (kind, _), page in notebooks.items() if kind == "notebooks"]
    assert [" ".join(lines) for lines in told] == titles
    assert all(len(lines) <= 4 and max(map(len, lines)) <= 19 for lines in told)


# ---- references -----------------------------------------------------------------------------------------------------


def test_each_quantity_is_named_as_it_is_written():
    """All that is measured has its sign or its words; no name of the code and no remark to oneself is shown."""
    every = {row.quantity for row in (*materials.all_rows(), *materials.ranges(kind=materials.KINDS))}
    assert set(lists.QUANTITIES) == every
    words_alone = [re.sub(r"\$[^$]+\$", "", line.split("|")[4]) for line in lists.sources().splitlines()[2:]]
    assert not [line for line in words_alone if re.search(r"lambda|theta|Delta|\w_\w|xi0|Hc0", line.split(":")[0])]
    assert "not shown" not in lists.sources()
    assert r"$\vert \Delta^{(3)}\vert $: Sn, N = 55; Sn, N = 56; Sn, N = 57 and 27 others" in lists.sources()


def test_the_sources_are_told_in_the_language_of_the_book():
    """Kinds, what was read, quantities and remarks; a title of a paper stays as it is."""
    before = words.language()
    words.use("zh_CN")
    try:
        rows = [line.split(" | ") for line in lists.sources().splitlines()[2:]]
    finally:
        words.use(before)
    assert {re.sub("<[^>]*>", "", row[1]) for row in rows} == {"实测", "导出", "计算", "汇编", "凭记忆"}
    assert all(re.search("[\u4e00-\u9fff]", row[2]) for row in rows)
    assert not [
        row
        for row in rows
        if re.search(r"(?<![a-z])(of|the|in|at|gap|film|normal)(?![a-z])", re.sub(r"\$[^$]+\$", "", row[3]))
    ]


def test_what_is_to_be_read_is_linked(notebooks):
    """Each paper of a journal whose DOI follows from volume and page, and each preprint, chapter by chapter."""
    told = lists.reading(notebooks)
    assert "[*Phys. Rev.* **114**, 676](https://doi.org/10.1103/PhysRev.114.676)" in told
    assert "[arXiv:1402.5171](https://arxiv.org/abs/1402.5171)" in told
    bare = re.sub(r"\[[^\]]*\]\([^)]*\)", "", told)
    assert not re.search(r"Phys\. Rev\.|Rev\. Mod\. Phys\.|arXiv:", bare)


def test_a_section_of_this_chapter_is_no_section_of_the_paper():
    """Further reading names a section by one number as one “of this chapter”; italics and bold as everywhere."""
    for path in sorted((ROOT / "notebooks").glob("*.py")):
        part = path.read_text(encoding="utf-8").split("## Further reading")[1].split("# %%")[0]
        found = re.findall(r"\bsections? \d(?![.\d]|(?: to \d)? of this chapter)", part)
        assert not found, (path.stem, found)
        assert not re.search(r"(?<!\*)(Phys|Rev|Mod)\. \w+\. (Lett\. )?\d", part), path.stem


def test_a_problem_of_the_textbook_leads_to_a_numbered_chapter(notebooks):
    """Each link of the table of problems begins with the number of the exercise."""
    links = re.findall(r"\[([^\]]+)\]\((exercises/[^)]+)\)", lists.problems(notebooks))
    assert links and all(place.startswith(f"exercises/{text.split(' · ')[0]}_") for text, place in links)


# ---- the cover, and what is taken along -----------------------------------------------------------------------------


def test_the_cover_is_the_figure_that_its_words_describe(notebooks):
    """One key gives both: the picture out of the stored notebook, and the alternative text of each page and README."""
    stem, alt = words.alternatives()[maps.COVER]
    stored = nbformat.read(ROOT / f"notebooks/{stem}.ipynb", as_version=4)
    assert (ROOT / "docs/cover.png").read_bytes() == maps.cover([stored])
    for name, language in (("README.md", "en"), ("README.zh.md", "zh_CN")):
        told = words.translate(alt, language)
        shown = re.search(r'<img alt="([^"]*)" src="docs/cover.png"', (ROOT / name).read_text(encoding="utf-8"))
        assert unescape(shown[1]) == told and (told == alt) == (language == "en")
    assert lists.derived(notebooks)["cover"] == f"![{lists.plain(alt)}](docs/cover.png)"
    assert maps.with_cover('<img alt="old" src="docs/cover.png">', "en") != '<img alt="old" src="docs/cover.png">'


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_readme_of_the_zip_names_nothing_that_is_not_there(name):
    """No link, no folder and no command of it leads out of what the zip holds; the rest of the README is there."""
    source = (ROOT / name).read_text(encoding="utf-8")
    text = taken.readme(source, ("bcs_helpers", *pages.KINDS))
    links = {link.split("#")[0] for link in re.findall(r"\]\(([^)]+)\)", text)}
    held = {"README.md", "README.zh.md", "LICENSE", "LICENSE-text", "CITATION.cff"}
    assert all(link in held or link.split("/")[0] in pages.KINDS for link in links), links
    assert not re.search(r"make (test|book|bench)|`(docs|tests|benchmarks)/|<img|<!-- source|CONTRIBUTING", text)
    assert "make lab" in text and "`solutions/`" in text and "bcs lab" in text and "(LICENSE)" in text
    assert re.search(r"make test", source) and "<!-- source -->" in source


def test_a_download_says_how_large_it_is(tmp_path):
    """In the unit of a file's size, where the link stands; other links stay as they are."""
    (tmp_path / "a.zip").write_bytes(bytes(2_600_000))
    page = '<a href="a.zip" download>All</a> <a class="x" href="b.html">b</a>'
    assert taken.weighed(page, tmp_path) == '<a href="a.zip" download>All</a> (3 MB) <a class="x" href="b.html">b</a>'
