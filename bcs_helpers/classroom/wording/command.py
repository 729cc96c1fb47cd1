"""bcs words: what an author and a translator do with the words of the companion."""

import sys
from pathlib import Path

from ...words import named, say, translate

ACTIONS = {
    "extract": "bring the catalogues in step with the words: what is new is empty, what has changed is marked fuzzy",
    "count": "count messages, translations, changed, missing and gone ones, room by room",
    "check": "compare each translation with its English: formulas, code, links, fields, bold",
    "todo": "print what is missing or fuzzy in rooms (05, common …; all where none is named), as a form to fill in",
    "form": "make a page for a browser in which the translations of rooms are changed: build/words-05.html",
    "fill": "put filled-in forms into the catalogues; what does not fit its English is refused with a sentence",
    "terms": "list translations that use another word than the glossary",
    "font": "make the font of the figures anew, from the letters that the translations need",
    "pseudo": "make a language of English words in brackets, to find what is not translatable: BCS_LANGUAGE=xx",
    "style": "list what is to be mended in notebooks: alternative texts, captions, tables, long lines",
}


def add(commands):
    """Put the command and its options beside the others."""
    text = "\n".join(f"{action:<8} {translate(ACTIONS[action])}" for action in ACTIONS)
    parser = commands.add_parser(
        "words", help=translate("the words of the companion, and their translation"), description=text
    )
    parser.formatter_class = _Lines
    parser.add_argument("action", choices=ACTIONS)
    parser.add_argument(
        "what",
        nargs="*",
        help="todo, form: rooms; fill: forms; font: the whole one; style: files like notebooks/05_gap_equation.py",
    )
    parser.add_argument("--language", default="zh_CN", help="the second language (default: zh_CN)")
    parser.add_argument("--complete", action="store_true", help="with count: fail where one is missing or changed")
    parser.add_argument("--json", action="store_true", help="with todo: a form for a script (default: a .po file)")
    parser.add_argument("--all", action="store_true", help="with todo: also what is translated")
    parser.add_argument("--replace", action="store_true", help="with fill: also what is translated otherwise already")
    return parser


def _Lines(prog):
    from argparse import RawDescriptionHelpFormatter

    return RawDescriptionHelpFormatter(prog)


def run(options, root):
    """Do what was asked for; 0 where all is well."""
    if options.action == "style":
        from . import style

        folders = [root / "notebooks", root / "solutions"]
        return style.main(options.what or sorted(path for folder in folders for path in folder.glob("*.py")))
    try:
        from . import catalogues, rooms
    except ImportError as error:
        print(
            say("bcs words needs the extra [build]: pip install -e '.[build]' ({name} is missing)", name=error.name),
            file=sys.stderr,
        )
        return 1
    if options.action in ("check", "terms", "font"):
        return {"check": _check, "terms": _terms, "font": _font}[options.action](options, root)
    messages = rooms.messages(root)
    if step := {"todo": _todo, "form": _form, "fill": _fill}.get(options.action):
        try:
            return step(options, root, messages)
        except (OSError, ValueError) as error:
            print(error, file=sys.stderr)
            return 1
    if options.action == "pseudo":
        catalogues.pseudo(messages)
        print(say("The language xx stands in {folder}. To read it: BCS_LANGUAGE=xx", folder=catalogues.folder("xx")))
        return 0
    if options.action == "extract":
        catalogues.merge(messages, options.language)
    return count(catalogues.counts(messages, options.language), options)


def _check(options, root):
    """Print the faults of all translations; 1 where there are some."""
    from . import catalogues

    faults = catalogues.all_faults(options.language)
    print(*faults or [translate("Each translation fits its English.")], sep="\n")
    return 1 if faults else 0


def _terms(options, root):
    """Print the translations that use another word than the glossary."""
    from . import catalogues

    found = list(catalogues.missing_terms(root, options.language))
    told = "{room}: {term} is {chinese}\n    {english}\n    {translation}"
    for room, term, chinese, english, translation in found:
        fields = {"room": room, "term": term, "chinese": " or ".join(chinese)}
        print(say(told, english=english, translation=translation, **fields))
    print(say("{count} translations use another word than the glossary.", count=len(found)))
    return 0


def _font(options, root):
    """Make the font anew, and say how large it is."""
    from . import font

    try:
        number = font.make(font.letters(root), font.source(*options.what[:1]))
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    lacking = font.lacking()
    for letter, message in lacking:
        print(say("the whole font has no {letter}: {message!r}", letter=letter, message=message), file=sys.stderr)
    print(
        say(
            "{font}: {number} letters, {size:.0f} kB",
            font=font.FONT.name,
            number=number,
            size=font.FONT.stat().st_size / 1000,
        )
    )
    return 1 if lacking else 0


def _todo(options, root, messages):
    """Print a form; always in UTF-8, as it is read again."""
    from . import forms

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    rows = forms.todo(root, messages, named(options.language), options.what, options.all)
    print((forms.as_json if options.json else forms.as_po)(rows, named(options.language)))
    return 0


def _form(options, root, messages):
    """Make a form that is a page, and say where."""
    from . import forms, page

    name = "-".join(options.what) or "all"
    rows = list(forms.todo(root, messages, named(options.language), options.what, every=True))
    path = root / "build" / f"words-{name}.html"
    path.parent.mkdir(exist_ok=True)
    path.write_text(page.made(rows, named(options.language), name), encoding="utf-8")
    told = "{path}: {count} messages. Open it in a browser; what it saves goes back by `bcs words fill FILE`"
    print(say(told, path=path, count=len(rows)))
    return 0


def _fill(options, root, messages):
    """Take forms in; 1 where something was refused."""
    from . import forms

    if not options.what:
        raise ValueError(say("bcs words fill needs a form, as `bcs words todo` prints it"))
    refused = False
    for path in map(Path, options.what):
        language, rows = forms.read(path)
        filled = forms.fill(messages, named(language or options.language), rows, options.replace)
        for english, why in filled.refused:
            print(say("refused: {english!r}: {why}", english=english, why=why), file=sys.stderr)
        for room, number in filled.done.items():
            print(say("{room}: {number} filled in", room=room, number=number))
        print(
            say(
                "{path}: {same} stood there already, {empty} are empty, {refused} were refused",
                path=path,
                same=filled.same,
                empty=filled.empty,
                refused=len({english for english, _ in filled.refused}),
            )
        )
        refused |= bool(filled.refused)
    return 1 if refused else 0


def count(table, options):
    """Print the counts; 1 where the translation must be complete and is not."""
    names = ("messages", "done", "changed", "missing", "gone")
    total = {name: sum(row[name] for row in table.values()) for name in names}
    print(f"{options.language:<24}" + "".join(f"{name:>10}" for name in names))
    for room, row in [*table.items(), ("all rooms", total)]:
        print(f"{room:<24}" + "".join(f"{row[name]:>10}" for name in names))
    left = total["changed"] + total["missing"]
    if options.complete and left:
        print(
            say("{left} messages have no translation that fits; they are shown in English.", left=left), file=sys.stderr
        )
        return 1
    return 0
