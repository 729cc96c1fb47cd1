"""bcs words: what an author and a translator do with the words of the companion."""

import sys
from pathlib import Path

ACTIONS = {
    "extract": "bring the catalogues in step with the words: what is new is empty, what has changed is marked fuzzy",
    "count": "count messages, translations, changed, missing and gone ones, room by room",
    "check": "compare each translation with its English: formulas, code, links, fields, bold",
    "terms": "list translations that use another word than the glossary",
    "pseudo": "make a language of English words in brackets, to find what is not translatable: BCS_LANGUAGE=xx",
    "style": "list what is to be mended in notebooks: alternative texts, captions, tables, long lines",
}


def add(commands):
    """Put the command and its options beside the others."""
    text = "\n".join(f"{action:<8} {meaning}" for action, meaning in ACTIONS.items())
    parser = commands.add_parser("words", help="the words of the companion, and their translation", description=text)
    parser.formatter_class = _Lines
    parser.add_argument("action", choices=ACTIONS)
    parser.add_argument("notebooks", nargs="*", type=Path, help="for style: files like notebooks/05_gap_equation.py")
    parser.add_argument("--language", default="zh_CN", help="the second language (default: zh_CN)")
    parser.add_argument("--complete", action="store_true", help="with count: fail where one is missing or changed")
    return parser


def _Lines(prog):
    from argparse import RawDescriptionHelpFormatter

    return RawDescriptionHelpFormatter(prog)


def run(options, root):
    """Do what was asked for; 0 where all is well."""
    if options.action == "style":
        from . import style

        folders = [root / "notebooks", root / "solutions"]
        return style.main(options.notebooks or sorted(path for folder in folders for path in folder.glob("*.py")))
    try:
        from . import catalogues, rooms
    except ImportError as error:
        print(
            f"bcs words needs the extra [build]: pip install -e '.[build]' ({error.name} is missing)", file=sys.stderr
        )
        return 1
    if options.action == "check":
        faults = catalogues.all_faults(options.language)
        print(*faults or ["Each translation fits its English."], sep="\n")
        return 1 if faults else 0
    if options.action == "terms":
        found = list(catalogues.missing_terms(root, options.language))
        for room, term, chinese, english, translation in found:
            print(f"{room}: {term} is {' or '.join(chinese)}\n    {english}\n    {translation}")
        print(f"{len(found)} translations use another word than the glossary.")
        return 0
    messages = rooms.messages(root)
    if options.action == "pseudo":
        catalogues.pseudo(messages)
        print(f"The language xx stands in {catalogues.folder('xx')}. To read it: BCS_LANGUAGE=xx")
        return 0
    if options.action == "extract":
        catalogues.merge(messages, options.language)
    return count(catalogues.counts(messages, options.language), options)


def count(table, options):
    """Print the counts; 1 where the translation must be complete and is not."""
    names = ("messages", "done", "changed", "missing", "gone")
    total = {name: sum(row[name] for row in table.values()) for name in names}
    print(f"{options.language:<24}" + "".join(f"{name:>10}" for name in names))
    for room, row in [*table.items(), ("all rooms", total)]:
        print(f"{room:<24}" + "".join(f"{row[name]:>10}" for name in names))
    left = total["changed"] + total["missing"]
    if options.complete and left:
        print(f"{left} messages have no translation that fits; they are shown in English.", file=sys.stderr)
        return 1
    return 0
