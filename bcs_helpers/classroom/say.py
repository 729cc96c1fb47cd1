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
    "no_number": "Your function must return numbers, and what it returned is none.",
    # numbers, but wrong ones
    "shape.number": "The answer should be a single number, yours is an array of shape {got}.",
    "shape.array": "The answer should be an array of shape {wanted}, yours is a single number.",
    "shape": "The answer should be an array of shape {wanted}, yours has the shape {got}.",
    "nan": "Your answer contains nan (not a number): look for 0/0, or the root of a negative number.",
    "infinite": "Your answer is infinite: look for a division by zero, or an exponential that overflows.",
    # a number in front
    "factor.sign.because": "The size is right, the sign is not. {because}",
    "factor.sign": "The size is right, the sign is not. Which way is it counted, and which of the two terms of a "
    "difference comes first?",
    "factor.two": "Twice the right answer. Usual suspects: both spins, or both sides of the Fermi level, where one is "
    "asked; 2Δ for Δ; electrons counted where pairs are asked; a ½ that is left out.",
    "factor.half": "Half the right answer. Usual suspects: one spin, or one side of the Fermi level, where both are "
    "asked; Δ for 2Δ; pairs counted where electrons are asked; a ½ too many.",
    "factor.four": "Four times the right answer. Usual suspects: two factors of two at once (spins, both sides of the "
    "Fermi level), or a factor of two inside a square; a diameter for a radius.",
    "factor.quarter": "A quarter of the right answer. Usual suspects: two factors of two at once (spins, both sides "
    "of the Fermi level), or a factor of two inside a square; a radius for a diameter.",
    "factor.root_two": "The right answer times √2. Usual suspects: a factor of two under a root, a normalisation 1/√2 "
    "that is left out.",
    "factor.inverse_root_two": "The right answer over √2. Usual suspects: a factor of two under a root, a "
    "normalisation 1/√2 too many.",
    "factor.pi": "The right answer times π. Is a π of the formula left out or on the wrong side?",
    "factor.inverse_pi": "The right answer over π. Is a π of the formula left out or on the wrong side?",
    "factor.two_pi": "The right answer times 2π. Usual suspects: one of h and ħ, of frequency and angular "
    "frequency, or of wavelength and wave number stands for the other.",
    "factor.inverse_two_pi": "The right answer over 2π. Usual suspects: one of h and ħ, of frequency and angular "
    "frequency, or of wavelength and wave number stands for the other.",
    "factor.four_pi": "The right answer times 4π. Usual suspects: 4πε₀ and ε₀, a solid angle, the surface of a sphere.",
    "factor.inverse_four_pi": "The right answer over 4π. Usual suspects: 4πε₀ and ε₀, a solid angle, the surface of a "
    "sphere.",
    "factor.half_pi": "The right answer times π/2. A constant in front is not the right one: do the integral again.",
    "factor.two_over_pi": "The right answer times 2/π. A constant in front is not the right one: do the integral "
    "again.",
    "factor.three": "Three times the right answer. Usual suspects: the number of dimensions, the volume of a sphere, "
    "a mean over directions.",
    "factor.third": "A third of the right answer. Usual suspects: the number of dimensions, the volume of a sphere, a "
    "mean over directions.",
    "factor.eight": "Eight times the right answer. Usual suspects: the cube of a factor of two, as a diameter for a "
    "radius.",
    "factor.eighth": "An eighth of the right answer. Usual suspects: the cube of a factor of two, as a radius for a "
    "diameter.",
    "factor.gap_over_Tc": "The right answer times Δ(0)/k_BTc, the universal ratio. The gap stands where the critical "
    "temperature belongs, or the other way about.",
    "factor.Tc_over_gap": "The right answer over Δ(0)/k_BTc, the universal ratio. The critical temperature stands "
    "where the gap belongs, or the other way about.",
    "factor.decimal_logarithm": "The right answer times ln 10: one of the logarithms has another base.",
    "factor.natural_logarithm": "The right answer over ln 10: one of the logarithms has another base.",
    "factor.kelvin": "The right answer in other units: it was divided by k_B = 0.0862 meV/K, as from meV to kelvin.",
    "factor.no_kelvin": "The right answer in other units: it was multiplied by k_B = 0.0862 meV/K, as from kelvin to "
    "meV.",
    "factor.ten.large": "The digits are right; the answer is too large by a factor of 10 to the power {power}. Look "
    "at the prefixes of the units (m, µ, n, p), at cm and m, at eV and meV, at gauss and tesla.",
    "factor.ten.small": "The digits are right; the answer is too small by a factor of 10 to the power {power}. Look "
    "at the prefixes of the units (m, µ, n, p), at cm and m, at eV and meV, at gauss and tesla.",
    "factor.other": "Your answer is the right one times a number that is the same for all inputs. How it depends on "
    "the arguments is right; a constant in front is not.",
    "two_slips": "Two things at once, each of them known. First: {first} Second: {second}",
    "slip_and_factor": "Two things at once. First: {first} Second: {second}",
    "sign_and_factor": "Two things at once. The sign is not right. And, apart from it: {second}",
    # what was done to the right answer
    "reversed": "The right numbers in the reverse order.",
    "permuted": "The right numbers, but not in the order that is asked.",
    "change.inverse": "Upside down: one over your answer is right.",
    "change.square": "That is the square of the right answer.",
    "change.root": "That is the root of the right answer.",
    "change.complement": "One minus your answer is right.",
    "change.less_one": "Your answer plus one is right.",
    "change.more_one": "Your answer minus one is right.",
    "change.absolute": "The absolute values are right, and the signs are lost.",
    "change.conjugate": "The complex conjugate of your answer is right.",
    "change.real_part": "The real part is right, and the imaginary part is lost.",
    "change.decimal_power": "That is ten to the power of the right answer: its logarithm to base 10 is asked.",
    "change.exponential": "That is the exponential of the right answer: its logarithm is asked.",
    "change.decimal_log": "That is the logarithm to base 10 of the right answer.",
    "change.log": "That is the natural logarithm of the right answer.",
    "change.basis": "Rows and columns stand in the reverse order: the states are counted in another order.",
    "change.transposed": "Rows and columns are exchanged: the transpose of your answer is right.",
    # what was done to the arguments
    "argument.exchanged": "Two arguments are exchanged: your answer is right for argument {first} in the place of "
    "argument {second}, and the other way about.",
    "argument.typed_in": "The textbook's number is typed in where argument {number} belongs.",
    "argument.two": "Your answer would be right if argument {number} were twice as large: a factor of two stands with "
    "it that does not belong there.",
    "argument.half": "Your answer would be right if argument {number} were half as large: a factor of two is missing "
    "with it.",
    "argument.two_pi": "Your answer would be right if argument {number} were larger by 2π: look at h and ħ, frequency "
    "and angular frequency.",
    "argument.inverse_two_pi": "Your answer would be right if argument {number} were smaller by 2π: look at h and ħ, "
    "frequency and angular frequency.",
    "argument.kelvin": "Your answer would be right if argument {number} were smaller by k_B = 0.0862 meV/K: look at "
    "its unit.",
    "argument.no_kelvin": "Your answer would be right if argument {number} were larger by 1/k_B, with k_B = 0.0862 "
    "meV/K: look at its unit.",
    "argument.ten.large": "Your answer would be right if argument {number} were larger by a factor of 1000: look at "
    "its unit.",
    "argument.ten.small": "Your answer would be right if argument {number} were smaller by a factor of 1000: look at "
    "its unit.",
    "argument.square": "Your answer would be right if argument {number} were its own square: look for a square too "
    "many, or a root that is missing.",
    "argument.root": "Your answer would be right if argument {number} were its own root: look for a square that is "
    "missing, or a root too many.",
    "argument.inverse": "Your answer would be right if argument {number} were its own inverse: look for a fraction "
    "that is upside down.",
    "argument.sign": "Your answer would be right if argument {number} had the other sign.",
    "argument.absolute": "Your answer would be right if argument {number} were positive throughout: its sign is lost.",
    "argument.conjugate": "Your answer would be right for the complex conjugate of argument {number}: a conjugation "
    "is missing, or one too many.",
    "argument.degrees": "Your answer is that for argument {number} in degrees; it is in radians.",
    "argument.one": "Your answer is the one for argument {number} equal to one, whatever it is: does it enter?",
    "argument.zero": "Your answer is the one for argument {number} equal to zero, whatever it is: does it enter?",
    "power.alone": "Your answer is argument {number} to the power {power}, times a number. The right one depends on "
    "the inputs in another way.",
    "power.two": "Your answer is the right one with two powers wrong, as factors: argument {first} has the power "
    "{power} too many, and argument {second} the power {other} (a negative one is too few).",
    "power.product": "Your answer is argument {first} to the power {power} and argument {second} to the power "
    "{other}, times a number. The right one depends on the inputs in another way.",
    "inside.inverse": "One over your answer differs from one over the right answer by the same number for all inputs. "
    "Is a term below a fraction not right, as the logarithm of a constant?",
    "inside.square": "The square of your answer differs from that of the right one by the same number for all "
    "inputs. Is a term under a root not right?",
    "term": "Your answer differs from the right one by argument {number} times a number: such a term is missing, or "
    "one too many.",
    "one_of_them.because": "Look first at number {which} of your answer. {because}",
    "power.too_many": "Your answer has argument {number} to the power {power} too many, as a factor: how often does "
    "it enter?",
    "power.too_few": "Your answer has argument {number} to the power {power} too few, as a factor: how often does it "
    "enter?",
    "power.itself.small": "Your answer grows as a root of the right one: look for a root too many, or a square that "
    "is missing.",
    "power.itself.large": "Your answer grows as a power of the right one: look for a square too many, or a root that "
    "is missing.",
    "power.itself.inverse": "Your answer falls where the right one rises, as its inverse: look for a fraction that is "
    "upside down.",
    "common": "In each case all numbers of your answer are off by one and the same factor: the mistake stands in what "
    "they have in common.",
    "offset": "Your answer differs from the right one by the same number for all inputs: a term that does not depend "
    "on them is missing, or one too many.",
    "constant": "Your function returns the same number for all inputs. Does it use its arguments?",
    # nearly, or in part
    "nearly": "Nearly: everywhere within {per_cent:g} per cent. Usual causes: a constant that is rounded, a grid that "
    "is too coarse, an integral or a sum that ends too early, a formula that holds in a limit.",
    "nearly.because": "Nearly: everywhere within {per_cent:g} per cent. {because}",
    "parts": "Of the numbers of your answer these are right: {right}. These are not: {wrong}.",
    "parts.because": "Of the numbers of your answer these are right: {right}. These are not: {wrong}. About them: "
    "{because}",
    "where.zero_answer": "Right wherever the answer is not zero. Where is it zero, and what does your function return "
    "there?",
    "where.zero": "Right except where argument {number} is zero: that case needs a line of its own, or a formula "
    "without 0/0.",
    "where.complex": "Right where argument {number} is real, wrong where it is complex: look for a complex "
    "conjugation that is missing, or one too many.",
    "where.negative": "Right except where argument {number} is negative: look at signs, absolute values and roots.",
    "where.ends.large": "Right only where the answer is 0 or 1, as at an end; between, where it must be computed, "
    "yours is too large. Is it the right equation that you solve, with the right numbers in it?",
    "where.ends.small": "Right only where the answer is 0 or 1, as at an end; between, where it must be computed, "
    "yours is too small. Is it the right equation that you solve, with the right numbers in it?",
    "where.ends.off": "Right only where the answer is 0 or 1, as at an end; wrong wherever it must be computed. Is it "
    "the right equation that you solve, with the right numbers in it?",
    "where.small": "Right where argument {number} is small, wrong where it is large. Usual causes: a formula for one "
    "limit, a grid, an integral or a sum that ends too early, a condition that is missing.",
    "where.large": "Right where argument {number} is large, wrong where it is small. Usual causes: a formula for one "
    "limit, a grid or steps that are too coarse there, a condition that is missing.",
    "some_inputs": "Right in {right} places of {entries}, wrong in the others. Compare one of each.",
    "trend.large.rises": "Too large everywhere, and the more so the larger argument {number} is: look at how it "
    "enters.",
    "trend.large.falls": "Too large everywhere, and the more so the smaller argument {number} is: look at how it "
    "enters.",
    "trend.small.rises": "Too small everywhere, and the more so the smaller argument {number} is: look at how it "
    "enters.",
    "trend.small.falls": "Too small everywhere, and the more so the larger argument {number} is: look at how it "
    "enters.",
    "trend.off.rises": "The larger argument {number} is, the larger is your answer over the right one: look at how "
    "this argument enters.",
    "trend.off.falls": "The larger argument {number} is, the smaller is your answer over the right one: look at how "
    "this argument enters.",
    "too_large": "Too large for all inputs, and by different factors. Try an input for which you know the answer, as "
    "a limit. A hint may help.",
    "too_small": "Too small for all inputs, and by different factors. Try an input for which you know the answer, as "
    "a limit. A hint may help.",
    "too_large.once": "Too large, by no factor that is known. A hint may help.",
    "too_small.once": "Too small, by no factor that is known. A hint may help.",
    "unknown": "Not yet, and it is none of the slips we know. A hint may help.",
    # it does not run
    "error": "Your function stopped with an error.",
    "arguments": "Your function could not be called with the task's arguments: {text}",
    "interrupted": "You stopped it while it ran.",
    "row": "This task has a fault of its own, which is not yours: {text}",
    # only a grader finds these
    "not_a_function": "The name {name} is bound to a {type}, not to a function.",
    "not_read": "The cell of this function cannot be read, so there was no function to call.",
    "full_width": "The cell of this function cannot be read: it holds {signs}, signs of full width, where Python "
    "needs {plain}.",
    "not_reached": "The cell of this function stopped before it was defined.",
    "returns_nothing.printed": "Your function prints something and returns nothing: give its result back with return.",
    "returns_nothing.none": "Your function is written, but it returns nothing: look for a missing return.",
    "error_after": "Your function stopped with an error, because code cell {cell} had failed before.",
    "time": "Your function was called, and it was still running after {seconds:g} s and was stopped. Whoever marks "
    "may allow more with --call-seconds.",
    "memory": "Your function was called, and it needed more than {memory} MB and was stopped. Whoever marks may allow "
    "more with --memory-megabytes.",
    "ended": "Your function was called, and it ended the whole process.",
    "killed": "Your function was called, and a signal ended it that nothing survives: its own, or that of a machine "
    "which is short of memory.",
    "output": "Your function was called, and it returned far more than was asked.",
    "late": "The notebook had used its {seconds:g} s before this task's turn. Whoever marks may allow more with "
    "--notebook-seconds.",
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
    """What is said to a solver of the task with that name: a few sentences."""
    if key == "right" or key.startswith(("slip.", "property.")):
        if message := _of_row(course.find(task), key):
            return words.translate(message, language)
        key = "unknown"  # the row has changed since
    fields = dict(fields)
    if key == "shape":
        fields = {name: _tuple(fields[name]) for name in ("wanted", "got")}
        key = {"()": "shape.number"}.get(fields["wanted"], {"()": "shape.array"}.get(fields["got"], key))
    if key == "sign_and_factor":
        fields |= {"second": sentence(task, f"factor.{fields.get('factor')}", fields, language)}
    if key in ("two_slips", "slip_and_factor"):
        named = [*(f"slip.{slip}" for slip in fields["slips"]), f"factor.{fields.get('factor')}"][:2]
        first, second = (sentence(task, one, fields, language) for one in named)
        fields |= {"first": first, "second": second}
    because = fields.get("because")
    if key == "nearly" and (row := course.find(task)) and getattr(row, "nearly", ""):
        because = words.translate(row.nearly, language)
    elif because:
        because = sentence(task, because, {name: f for name, f in fields.items() if name != "because"}, language)
    if because:
        key, fields = f"{key}.because", fields | {"because": because}
    lists = {name: listed(value, language) for name, value in fields.items() if isinstance(value, list)}
    return words.say(SENTENCES[key], language=language, **(fields | lists))


def listed(parts, language=None):
    """Parts of a sentence, with the sign that divides them in a language."""
    return words.say(", ", language=language).join(map(str, parts))


def details(fields, language=None):
    """What an error or a warning was and where it came up, as lines to be shown as they are."""
    lines = _event(fields, language)
    if call := fields.get("call"):
        told = "wrong first in entry {entry} of {call}" if fields.get("entry") else "wrong first for {call}"
        entry = ", ".join(map(str, fields.get("entry", ())))
        lines.append(words.say(told, language=language, call=call, entry=entry))
    if reshaped := fields.get("reshaped"):
        got, taken = map(_tuple, reshaped)
        told = "your answer has the shape {got}; it is taken as a single number" if taken == "()" else RESHAPED
        lines.append(words.say(told, language=language, got=got, taken=taken))
    if names := fields.get("stands_in"):
        told = "the reference stands in for {names} here: make your own right, too"
        lines.append(words.say(told, language=language, names=listed(names, language)))
    if names := fields.get("package"):
        told = "this calls {names} of the package; the point of this task is to program it: try it without"
        lines.append(words.say(told, language=language, names=listed(names, language)))
    for event in (*fields.get("before", ()), *fields.get("warnings", ())):
        lines += _event(event, language)
    return lines


RESHAPED = "your answer has the shape {got}; it is taken as one of shape {taken}"


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
