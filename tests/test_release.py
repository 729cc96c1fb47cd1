"""One version everywhere, and the command that makes the next."""

import re
import runpy
from pathlib import Path
from shutil import copy

import pytest

ROOT = Path(__file__).parents[1]
release = runpy.run_path(str(ROOT / ".ci" / "release"))
NAMES = ("pyproject.toml", "CITATION.cff", "CHANGELOG.md")


@pytest.fixture
def tree(tmp_path):
    """A copy of the files that name the version."""
    for name in NAMES:
        copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_the_version_is_the_same_everywhere():
    """pyproject.toml decides; CITATION.cff and the newest heading of the changelog agree, the date too."""
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    headings = re.findall(r"^## (\S+) \((\S+)\)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    version, date = headings[0]
    assert version == release["version_of"]()
    assert f"\nversion: {version}\n" in citation and f"\ndate-released: {date}\n" in citation


def test_a_release_moves_them_together(tree):
    """The next version stands in all three files; what was unreleased stands under its heading."""
    (tree / "CHANGELOG.md").write_text("# Changelog\n\n## Unreleased\n\n- A new slider.\n\n## 0.1.0 (2026-11-22)\n")
    texts = release["released"]("9.0.0", "2030-01-02", tree)
    assert set(texts) == set(NAMES)
    assert '\nversion = "9.0.0"\n' in texts["pyproject.toml"]
    assert "\nversion: 9.0.0\ndate-released: 2030-01-02\n" in texts["CITATION.cff"]
    assert "## Unreleased\n\n## 9.0.0 (2030-01-02)\n\n- A new slider.\n" in texts["CHANGELOG.md"]


@pytest.mark.parametrize("version", ["", "1", "0.0.9", "0.1.0", "v9.0.0", "9.0"])
def test_a_version_that_is_none_is_refused(version, tree):
    """Three numbers, and newer than the last."""
    with pytest.raises(ValueError, match="VERSION must be three numbers"):
        release["released"](version, "2030-01-02", tree)


def test_a_release_without_a_word_is_refused(tree):
    """The changelog says what is new."""
    (tree / "CHANGELOG.md").write_text("# Changelog\n\n## Unreleased\n\n## 0.1.0 (2026-11-22)\n\n- All.\n")
    with pytest.raises(ValueError, match="says nothing"):
        release["released"]("9.0.0", "2030-01-02", tree)
