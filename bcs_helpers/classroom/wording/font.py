"""The letters of the figures in Chinese: a part of Noto Sans SC that is small enough for the package.

`bcs words font` makes it anew, from the letters that people write (the first level of GB 2312, signs, Greek), the
names of the elements, and whatever the glossary and the catalogues hold besides. The same letters give the same bytes.
"""

from importlib.util import find_spec
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont, TTLibError
from matplotlib import get_data_path

from ... import words
from ...words import FONT, say
from . import catalogues

SOURCE = "pylopdf_fonts_zh_cn", "NotoSansSC-Regular.otf"  # a package with the whole font, and its file
ELEMENTS = (
    "氢氦锂铍硼碳氮氧氟氖钠镁铝硅磷硫氯氩钾钙钪钛钒铬锰铁钴镍铜锌镓锗砷硒溴氪铷锶钇锆铌钼锝钌铑钯银镉铟锡锑碲碘氙"
    "铯钡镧铈镨钕钷钐铕钆铽镝钬铒铥镱镥铪钽钨铼锇铱铂金汞铊铅铋钋砹氡钫镭锕钍镤铀镎钚镅锔锫锎锿镄钔锘铹"
)
SIGNS = [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x370, 0x400), *range(0x2010, 0x2040), *range(0x2070, 0x20A0)]
SIGNS += [*range(0x2190, 0x2200), *range(0x2200, 0x2300), *range(0x3000, 0x3020), *range(0xFF00, 0xFF60)]


def common():
    """The 3755 characters of the first level of GB 2312."""
    rows = (bytes([row, place]) for row in range(0xB0, 0xD8) for place in range(0xA1, 0xFF))
    return set("".join(code.decode("gb2312", errors="ignore") for code in rows))


def letters(root):
    """The letters that a figure may need: the common ones, and those of the glossary and of all catalogues."""
    held = (Path(root) / "docs" / "glossary.md").read_text(encoding="utf-8")
    for path in sorted(words.LOCALE.glob("zh*/*.po")):
        held += path.read_text(encoding="utf-8")
    return common() | set(ELEMENTS) | set(held) | set(map(chr, SIGNS))


def source(path=None):
    """The file of the whole font: the one that is named, or that of a package."""
    if path:
        return Path(path)
    package = find_spec(SOURCE[0])
    if package is None:
        raise ValueError(
            say("the whole font is needed: pip install -e '.[font]', or name its file: bcs words font FILE")
        )
    return Path(package.submodule_search_locations[0]) / SOURCE[1]


def make(letters, source, path=FONT):
    """Write the part of a font that has these letters, as far as the whole has them; their number."""
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True, recalc_timestamp=False)
    options.drop_tables += ["BASE", "VORG", "vhea", "vmtx"]
    options.name_IDs = range(15)  # with its licence and whose it is
    try:
        font = subset.load_font(source, options)
    except (OSError, TTLibError) as error:
        raise ValueError(say("{source} is no font that can be read: {error}", source=source, error=error)) from None
    if "fvar" in font:
        raise ValueError(
            say(
                "{source} holds many weights in one; matplotlib takes the thinnest. A static font is needed",
                source=source,
            )
        )
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(letters))
    subsetter.subset(font)
    subset.save_font(font, path, options)
    return len(font.getBestCmap())


def lacking(path=FONT, language="zh_CN"):
    """[(letter, message)] of translations that a figure may show and whose letters its fonts do not have.

    In plain words matplotlib takes from its own font what ours lacks; beside a formula it does not.
    """
    ours, others = _letters(path), _letters(Path(get_data_path(), "fonts", "ttf", "DejaVuSans.ttf"))
    found = []
    for catalogue in catalogues.read(language).values():
        for entry in catalogue:
            if catalogues.DRAWN in entry.comment and not entry.obsolete:
                words_alone = words.FORMULA.sub("", entry.msgstr)
                known = ours if words_alone != entry.msgstr else ours | others
                if catalogues.HAN.search(words_alone):  # else the label is drawn as in English
                    found += [(letter, entry.msgid) for letter in dict.fromkeys(words_alone) if letter not in known]
    return found


def _letters(path):
    return set(map(chr, TTFont(path).getBestCmap())) | {"\n"}
