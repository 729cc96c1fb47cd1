"""Tables as spreadsheets write and read them: CSV in whatever separators and letters, and nothing that is a formula."""

import codecs
import csv
import io
import re

from ...words import say
from .names import worth

MARKS = {codecs.BOM_UTF8: ("utf-8-sig", "utf-8"), codecs.BOM_UTF16_LE: ("utf-16", "utf-16-le"),
         codecs.BOM_UTF16_BE: ("utf-16", "utf-16-be")}  # fmt: skip
SPREADSHEETS = ("gb18030", "big5", "shift_jis", "euc_kr", "cp1252")  # what they save that is not Unicode
ONLY_WITH = {"shift_jis": r"[\u3041-\u30ff]", "euc_kr": r"[\uac00-\ud7a3]"}  # nobody writes these without such letters
WRITTEN = re.compile(r"[‘’“”„–—…«»°±²³µ×·€§‰≠≤≥≈∞√∝→∂∫ΓΔΘΛΞΠΣΦΨΩα-ω，。、；：？！（）《》【】]")  # in any comment


def safe(text):
    """Text that a spreadsheet does not take for a formula."""
    text = str(text)
    return f"'{text}" if text[:1] in {*"=+-@\t\r＝＋－＠"} else text


def table(rows):
    """Rows as the text of a CSV file."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def for_spreadsheets(rows):
    """Rows as the text of a CSV file that a double click opens rightly: the mark says that it is UTF-8."""
    return "\ufeff" + table(rows)


def decode(path):
    """(text, encoding) of a file that a spreadsheet may have saved in its own way.

    Raises ValueError where its letters would have to be guessed.
    """
    data = path.read_bytes()
    if mark := mark_of(data):
        first, encoding = MARKS[mark]
        try:
            return data.decode(first), encoding
        except UnicodeDecodeError:
            raise _unclear(path) from None
    if encoding := _utf_16(data):
        return data.decode(encoding), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        encoding = _guessed(path, data)
        return data.decode(encoding), encoding


def _utf_16(data):
    """UTF-16 without a mark is known by its commas and line ends; empty where it is something else."""
    for encoding in ("utf-16-le", "utf-16-be"):
        if len(data) % 2 == 0 and all(sign.encode(encoding) in data for sign in ("a", "\n")):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if sum(map(str.isascii, text)) > len(text) // 3 and "\0" not in text:
                return encoding
    return ""


def _guessed(path, data):
    """The one encoding in which the bytes that are not UTF-8 are something that people write."""
    lines = data.splitlines()
    odd = [line for line in lines if not line.isascii()]
    if any(re.search(rb"[\xe4-\xe9][\x80-\xbf]{2}", line) for line in odd if _is(line, "utf-8")):
        wrong = next(n for n, line in enumerate(lines, 1) if not _is(line, "utf-8"))
        told = "{path} is UTF-8, but not in line {line}: two encodings are mixed; save it as UTF-8"
        raise ValueError(say(told, path=path, line=wrong))
    found = sorted((-_fits(odd, encoding), place, encoding) for place, encoding in enumerate(SPREADSHEETS))
    best, second = found[0], found[1]
    if -best[0] <= 0 or best[0] == second[0]:
        raise _unclear(path)
    return best[2]


def _is(data, encoding):
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _fits(lines, encoding):
    """How much lines look like what people write, if they are in this encoding."""
    if not all(_is(line, encoding) for line in lines):
        return -1000
    text = b"\n".join(lines).decode(encoding)
    if re.search(r"[\x80-\x9f\ufffd\ue000-\uf8ff]", text) or not re.search(ONLY_WITH.get(encoding, ""), text):
        return -1000
    # short words fit several; pairs of high bytes are hardly ever western, and the book's language is Chinese
    prior = 3.5 * (encoding == "gb18030" and _is(b"\n".join(lines), "gb2312"))
    prior += 6 * (encoding == "euc_kr" and len(re.findall("[다요이의은는을를가음지습니함]", text)) > 1)
    return sum(worth(line, encoding) for line in lines) + 2 * len(WRITTEN.findall(text)) + prior


def _unclear(path):
    return ValueError(say("it is not clear in which encoding {path} was saved: save it as UTF-8", path=path))


def mark_of(data):
    """The mark at the beginning of a file's bytes that says which Unicode it is; empty where there is none."""
    return next((mark for mark in MARKS if data.startswith(mark)), b"")


def line_end_of(text):
    """What ends a line."""
    return "\r\n" if "\r\n" in text else "\n"


def delimiter_of(text):
    """What stands between the cells."""
    first = text.split("\n")[0]
    return max(",;\t", key=first.count)


def rows_of(path, text):
    """(line, row) of each row; ValueError names the line of what is no CSV."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    begin = 1
    try:
        for row in rows:
            yield rows.line_num, row
            begin = rows.line_num + 1
    except csv.Error as error:
        raise ValueError(
            say("{path}, line {begin}: is a quotation mark left open? ({error})", path=path, begin=begin, error=error)
        ) from None
