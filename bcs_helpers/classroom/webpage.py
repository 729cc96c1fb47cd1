"""What the pages that we make for a browser share: words in templates, style and script of their own.

Such a page works from a disk and asks nothing of the network: its policy lets through its own style and script, by
their digests, and nothing else.
"""

from base64 import b64encode
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from .. import words

LOOK = "look.css"  # colours in the light and in the dark, buttons, what has the focus


def environment(package, language):
    """The templates of a package in a language; `told` looks up a text that is no part of them."""
    made = Environment(
        loader=PackageLoader(package),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    told = partial(words.translate, language=language)
    made.install_gettext_callables(
        told,
        lambda one, many, n: told(one if n == 1 else many),
        newstyle=True,
        pgettext=lambda context, text: told(text, context=context),
    )
    made.globals |= {"language": language, "told": told}
    return made


def own(package, style, script):
    """What a template of a page needs of its own style, which follows the common look, and of its script."""
    style, script = _text(__package__, LOOK) + _text(package, style), _text(package, script)
    return {"style": style, "script": script, "style_hash": _digest(style), "script_hash": _digest(script)}


@cache
def _text(package, name):
    return Markup(files(package).joinpath("templates", name).read_text(encoding="utf-8"))


def _digest(text):
    """By which a policy lets through this text and no other."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
