"""Pictures that were pasted into an answer.

In its text a picture is `attachment:DIGEST.KIND`, whether the notebook holds it beside the cell or in the text itself:
so a result stays small, and the same picture makes the same answer. The page's pictures are taken out of the
notebooks when it is written, and only those that are what they say they are.
"""

import base64
import io
import re
import warnings
from hashlib import sha256
from urllib.parse import quote

from PIL import Image

KINDS = {"png": "PNG", "jpg": "JPEG", "gif": "GIF", "webp": "WEBP"}
LARGEST, PIXELS = 12 << 20, 60_000_000  # bytes and points of a picture
MANY = 100  # of a cell
NAME = re.compile(rf"attachment:([0-9a-f]{{16}}\.(?:{'|'.join(KINDS)}))\b")
DATA = re.compile(r"data:image/([a-z0-9.+-]{1,20})(?:;[a-z0-9=._-]{1,40})*;base64,([A-Za-z0-9+/=]*)", re.IGNORECASE)


def named(text, attachments=None):
    """(the text with its pictures named by digests, {name: picture as base64})."""
    found = {}

    def name(kind, data):
        data = re.sub(r"\s", "", data)
        kind = {"jpeg": "jpg", "pjpeg": "jpg"}.get(kind.lower(), kind.lower())
        fresh = f"{sha256(data.encode('utf-8', 'replace')).hexdigest()[:16]}.{kind}"
        found[fresh] = data
        return f"attachment:{fresh}"

    if "data:image/" in text.lower():
        text = DATA.sub(lambda match: name(match[1], match[2]), text)
    given = list(_attached(attachments))[:MANY] if "attachment:" in text else []
    fresh = {}
    for called, kind, data in given:
        forms = (f"attachment:{form}" for form in (called, quote(called, errors="replace")))
        fresh |= dict.fromkeys(forms, name(kind, data))
    if fresh:
        longest = sorted(fresh, key=len, reverse=True)
        text = re.sub("|".join(map(re.escape, longest)), lambda match: fresh[match[0]], text)
    return text, found


def _attached(attachments):
    """(name, kind, base64) of what a cell has attached; what has another form than a notebook's is left out."""
    for called, forms in attachments.items() if isinstance(attachments, dict) else ():
        for mime, data in forms.items() if isinstance(forms, dict) else ():
            data = "".join(map(str, data)) if isinstance(data, list) else data
            if called and isinstance(data, str) and mime.startswith("image/"):
                yield called, re.sub(r"[^a-z0-9.+-]", "", mime[6:26].lower()), data
                break


def shown(data, name):
    """The bytes of a picture in base64; None where it is too large, or not what its name says. Nothing is drawn."""
    if len(data) > 4 * LARGEST // 3:
        return None
    try:
        picture = base64.b64decode(data, validate=True)
        if name.endswith(".webp"):  # its opener would unpack it; it can have 2 ** 28 points at most
            return picture if picture[:4] == b"RIFF" and picture[8:12] == b"WEBP" else None
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(picture), formats=[KINDS[name.rpartition(".")[2]]]) as opened:
                width, height = opened.size
    except Exception:  # of a broken picture, of many kinds
        return None
    return picture if 0 < width * height <= PIXELS else None
