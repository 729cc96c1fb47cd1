"""The reader's language: an English sentence goes in, the reader's sentence comes out.

The English sentence is the key. What has no translation is shown in English.
"""

import os

__all__ = ["language", "say", "translate"]


def language():
    """The language of whoever reads here: BCS_LANGUAGE, or English."""
    return os.environ.get("BCS_LANGUAGE", "en")


def translate(message, language=None, context=None):
    """The message in a language (by default the reader's); the message itself where there is no translation."""
    return message


def say(message, /, *, language=None, context=None, **fields):
    """The message in a language, with its named fields filled in: say("{name} has {points} points", …)."""
    return translate(message, language, context).format(**fields)
