"""Names of files: the letters that their bytes stand for, what is a copy, what a platform wrote, which comes later."""

import os
import re
import unicodedata
from functools import cache

from .. import course

LONGEST = 400  # characters of a file's name that are looked at
NOTEBOOK = re.compile(r"\.ipynb(\.txt|\.json)?$", re.IGNORECASE)  # some browsers add an ending of their own
MOODLE_FOLDER = re.compile(r"^(?P<name>.+)_(?P<id>\d+)_assignsubmission_(?:file|onlinetext)_?(?P<file>)$")
MOODLE = re.compile(r"^(?P<name>.+?)_(?P<id>\d+)_assignsubmission_(?:file|onlinetext)_?(?P<file>.*)$")
CANVAS = re.compile(r"^(?P<name>[^_]+)_(?P<late>LATE_)?(?P<id>\d+)_(?P<upload>\d+)_(?P<file>.+)$")
CANVAS_ANONYMOUS = re.compile(
    r"^(?P<name>anon)_(?P<late>LATE_)?(?P<id>[A-Za-z0-9]{3,12})_(?P<upload>\d+)_(?P<file>.+)$"
)

# What desktops, browsers and Jupyter write behind the name of a copy: a number in brackets, or a word for "copy".
_WORDS = r"copy|copie|copia|cópia|kopie|kopia|kópia|kopio|kopi|копия|копія|副本|複製|复制|複本|コピー|복사본|사본"
_COPY = rf"[ _-]{{0,9}}[(（\[［【]\d{{1,6}}[)）\]］】]|[ _-]{{1,3}}(?:{_WORDS})[ _-]?\d*|(?:的|の)(?:{_WORDS})\d*"
COPY = re.compile(rf"(?:{_COPY})+$", re.IGNORECASE)


def plain(name, most=80):
    """A name that harms neither a terminal nor a table: printable, of a line, and without what splits cells."""
    name = re.sub(r"\s", " ", unicodedata.normalize("NFC", name.replace(";", ",")))
    return "".join(c for c in name if c.isprintable())[:most].strip() or "nameless"


def platform(name, folder=False):
    """The match (name, id, file; of Canvas also upload) of a name that a learning platform gave, or None."""
    name = name[:LONGEST]
    if folder:
        return MOODLE_FOLDER.match(name)
    return MOODLE.match(name) or canvas(name)


def canvas(name):
    """The match (name, id, upload, file, and late where it wrote so) of a name that Canvas gave, or None."""
    return CANVAS.match(name) or CANVAS_ANONYMOUS.match(name)


def parts(name):
    """The names on the way to a file, as it is told to people: folders, zips, and its own last."""
    return re.split(r"[/\\]|: ", name)


def without_copy(stem):
    """The name without what says that it is a copy."""
    return COPY.sub("", stem[:LONGEST]) or stem[:LONGEST]


def chapter_in(stem):
    """(chapter or None, what else the name holds)."""
    bare = without_copy(stem)
    for chapter in course.stems():
        if match := re.search(re.escape(chapter), bare, re.IGNORECASE):
            return chapter, (bare[: match.start()] + bare[match.end() :]).strip(" _-.")
    return None, bare


def natural(name):
    """A key by which names sort as people count: v9 before v10, whatever the digits, capitals and signs between."""
    name = unicodedata.normalize("NFKC", name[:LONGEST]).casefold()
    parts = re.findall(r"\d+|[^\W\d_]+", name)
    return [(0, int(part[:9]), "") if part.isdecimal() else (1, 0, part) for part in parts], name


# ---- bytes --------------------------------------------------------------------------------------------------

# Tried in this order where a name is not UTF-8; of equal worth the first counts.
ENCODINGS = ("gb18030", "big5", "shift_jis", "euc_kr", "cp437", "cp850", "cp1252", "latin-1")
FREQUENT = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛"
    "張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭葉蘇呂盧鐘譚陸賈韋鄒"
    "睿轩軒辰皓泽澤瑞琪瑶瑤颖穎悦婧妍璐晗博俊彬翔晨旭思雨晴嘉佳晓曉龙龍飞飛鹏鵬婷琳慧莉莹瑩凯凱健斌波辉輝刚剛峰云雲月梅兰蘭菲萱彤欧歐阳陽诸葛司上官覃尤"
    "小明大华文军平国建红丽伟芳娜敏静强磊洋勇艳杰娟涛超秀英霞雪玉志海天子宇浩然欣怡梓涵一二三四五六七八九十"
    "김이박최정강조윤장임한오서신권황안송류홍전고문양손배백허유남심노하곽성차주우구민진지영수현준서연은희경호과제물학번"
    "作业業第章组組班级級学學号號生物理超导導电電题題答案课程程期中末本副份交提小美雅家豪宗翰"
)


def letters(names):
    """The texts of names that are bytes, all of one origin: UTF-8, else the encoding that fits them best together."""
    texts = [_utf8(name) for name in names]
    encoding = encoding_of([name for name, text in zip(names, texts, strict=True) if text is None])
    return [name.decode(encoding, "replace") if text is None else text for name, text in zip(names, texts, strict=True)]


def encoding_of(names):
    """The encoding that fits bytes that are not UTF-8 best, all of them together."""
    return max(ENCODINGS, key=lambda encoding: sum(worth(name, encoding) for name in names))


def on_disk(names):
    """The texts of names as Python reads them from a disk, where bytes that are not UTF-8 became half characters."""
    return letters([os.fsencode(name) for name in names])


def _utf8(name):
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return None


def worth(name, encoding):
    """How much a name looks like one in this encoding; hardly anything where the bytes are none of it."""
    try:
        text = name.decode(encoding)
    except UnicodeDecodeError:
        return -1000
    mixed = any(map(_is_hangul, text)) and any(map(_is_han, text))  # hardly anybody writes both
    beside = zip(" " + text, text, text[1:] + " ", strict=False)
    return sum(_letter(c, _is_ascii_letter(a), _is_ascii_letter(b)) for a, c, b in beside) - 4 * mixed


def _is_ascii_letter(letter):
    return letter.isascii() and letter.isalpha()


def _is_han(letter):
    return "\u4e00" <= letter <= "\u9fff"


def _is_hangul(letter):
    return "\uac00" <= letter <= "\ud7a3"


@cache
def _letter(letter, after, before):
    """The worth of a letter after and before an ASCII letter or not: familiar ones more; nobody writes boxes."""
    if letter.isascii():
        return 0 if letter.isprintable() else -3
    if _is_han(letter) or _is_hangul(letter):
        familiar = 4 if letter in FREQUENT else 3 * _first_level(letter, "euc_kr", 0xC8) if _is_hangul(letter) else (
            2 * _first_level(letter, "gb2312", 0xD7) + _first_level(letter, "big5", 0xC6))  # fmt: skip
        return familiar - 6 * (after and before)
    name, kind = unicodedata.name(letter, ""), unicodedata.category(letter)
    if name.startswith(("HIRAGANA LETTER", "KATAKANA LETTER")):
        return 2
    if name.startswith(("LATIN SMALL LETTER", "LATIN CAPITAL LETTER")):
        return 2 if after or before else -1
    return -3 if kind in {"Co", "Cn", "Cc"} or name.startswith(("BOX", "BLOCK", "HALFWIDTH")) else -1


def _first_level(letter, encoding, last):
    """Whether it is among the frequent letters of an encoding, which come first in it."""
    try:
        return letter.encode(encoding)[0] <= last
    except UnicodeEncodeError:
        return False
