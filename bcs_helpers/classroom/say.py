"""Verdicts in words: a key goes in, the reader's sentence comes out; no other place makes sentences of them.

The sentence of a slip, of a property and of success stands in the task's row, all others stand here.
"""

from .. import words
from . import course
from .tasks import BLANK, BROKEN, RIGHT, WRONG

MARKS = {RIGHT: "✓", WRONG: "✗", BLANK: "…", BROKEN: "!"}

SENTENCES = {
    "blank": "Not attempted yet.",
    "no_return": "For some inputs your function returns nothing: look for a missing return.",
    # not numbers
    "not_a_number": "Your function must return numbers, but a {type} is not a number.",
    "unreadable": "Your function must return numbers, but this {type} cannot be read as numbers.",
    "of_no_numbers": "Your function must return numbers, but a {type} of {of} is not a number.",
    "no_number": "Your function must return numbers, and what it returned is none.",
    # numbers, but wrong ones
    "shape.number": "The answer should be a single number, yours is an array of shape {got}.",
    "shape.array": "The answer should be an array of shape {wanted}, yours is a single number.",
    "shape": "The answer should be an array of shape {wanted}, yours has the shape {got}.",
    "nan": "Your answer contains nan (not a number): look for 0/0, or the root of a negative number.",
    "infinite": "Your answer is infinite: look for a division by zero, or an exponential that overflows.",
    "some_inputs": "Right for some inputs and wrong for others: is a number typed in where an argument belongs, "
    "or is the calculation too coarse for some of them?",
    "unknown": "Not yet, and it is none of the slips we know. A hint may help.",
    # it does not run
    "error": "Your function stopped with an error.",
    "arguments": "Your function could not be called with the task's arguments: {text}",
    "interrupted": "You stopped it while it ran.",
    "row": "This task has a fault of its own, which is not yours: {text}",
    # only a grader finds these
    "not_a_function": "The name {name} is bound to a {type}, not to a function.",
    "not_read": "The cell of this function cannot be read, so there was no function to call.",
    "full_width": "The cell of this function cannot be read: it holds {signs}, signs of full width, where Python needs "
    "{plain}.",
    "not_reached": "The cell of this function stopped before it was defined.",
    "returns_nothing.printed": "Your function prints something and returns nothing: give its result back with return.",
    "returns_nothing.none": "Your function is written, but it returns nothing: look for a missing return.",
    "error_after": "Your function stopped with an error, because code cell {cell} had failed before.",
    "time": "Your function was called, and it was still running after {seconds:g} s and was stopped. Whoever marks may "
    "allow more with --call-seconds.",
    "memory": "Your function was called, and it needed more than {memory} MB and was stopped. Whoever marks may allow "
    "more with --memory-megabytes.",
    "ended": "Your function was called, and it ended the whole process.",
    "killed": "Your function was called, and a signal ended it that nothing survives: its own, or that of a machine "
    "which is short of memory.",
    "output": "Your function was called, and it returned far more than was asked.",
    "late": "The notebook had used its {seconds:g} s before this task's turn. Whoever marks may allow "
    "more with --notebook-seconds.",
    "lost": "The notebook ended its process again and again before this task's turn.",
}

REMARKS = {
    "time": "Code cell {cell}, which begins “{first}”, was left out: it was still running after {seconds:g} s and was "
    "stopped. Whoever marks may allow more with --cell-seconds.",
    "memory": "Code cell {cell}, which begins “{first}”, was left out: it needed more than {memory} MB and was "
    "stopped. Whoever marks may allow more with --memory-megabytes.",
    "ended": "Code cell {cell}, which begins “{first}”, was left out: it ended the whole process.",
    "killed": "Code cell {cell}, which begins “{first}”, was left out: a signal ended it that nothing survives, its "
    "own or that of a machine which is short of memory.",
    "output": "Code cell {cell}, which begins “{first}”, was left out: it returned far more than was asked.",
    "missing": "It imports {name}, which is not installed where it was marked.",
    "missing_file": "It reads {name}, which was not there where it was marked: a notebook must stand alone.",
}


def sentence(task, key, fields, language=None):
    """What is said to a solver of the task with that name: one or two sentences."""
    if key == "right" or key.startswith(("slip.", "property.")):
        if message := _of_row(course.find(task), key):
            return words.translate(message, language)
        key = "unknown"  # the row has changed since
    if key == "shape":
        fields = {name: _tuple(fields[name]) for name in ("wanted", "got")}
        key = {"()": "shape.number"}.get(fields["wanted"], {"()": "shape.array"}.get(fields["got"], key))
    return words.say(SENTENCES[key], language=language, **fields)


def details(fields, language=None):
    """What an error or a warning was and where it came up, as lines to be shown as they are."""
    lines = _event(fields, language)
    for event in (*fields.get("before", ()), *fields.get("warnings", ())):
        lines += _event(event, language)
    return lines


def text(task, key, fields, language=None):
    """The sentence and the details below it."""
    return "\n  ".join([sentence(task, key, fields, language), *details(fields, language)])


def remark(key, fields, language=None):
    """What an author and the instructor should know about a notebook."""
    return words.say(REMARKS[key], language=language, **fields)


def _of_row(task, key):
    if task is None or key == "right":
        return task and task.meaning
    kind, _, name = key.partition(".")
    rows = task.slips if kind == "slip" else task.properties
    return next((row.says for row in rows if row.key == name), None)


def _tuple(shape):
    return str(tuple(shape))


def _event(fields, language):
    """The name of an error or a warning, its own words, and the steps that led to it."""
    lines = []
    if error := fields.get("error"):
        lines.append(f"{error}: {fields['text']}" if fields.get("text") else error)
    for step in fields.get("steps", ()):
        told = "line {line}, in {name}: {source}" if step.get("name") else "line {line}: {source}"
        if step.get("times", 1) > 1:
            told = "line {line}, in {name}, again and again: {source}"
        lines.append(words.say(told, language=language, **step))
    return lines
