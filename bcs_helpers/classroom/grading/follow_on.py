"""Follow-on errors: a task that is wrong only because an earlier function of the student's is wrong.

It is looked at once more, in a child that is asked nothing else. There the earlier name is a stub that asks the parent
for numbers: no reference enters. Which earlier task may be replaced is a fact of the row (`builds_on`), never of the
submission; the earlier task's own mark comes from the first child, where there is no stub.
"""

import json
from time import monotonic

from .. import course
from ..tasks import BROKEN, RIGHT, WRONG
from .references import References

CALLS, SECONDS = 3000, 10.0  # questions to references, and time in them, for one look
INPUTS = 1 << 20  # letters of the inputs of one question


def looks(chapter, states):
    """{task: the earlier tasks that are not right either} of a chapter, where a second look may help."""
    found = {}
    for task in course.tasks(chapter):
        # in another course a task may stand without those that it builds on here
        earlier = [name for name in task.builds_on if states.get(name, RIGHT) != RIGHT]
        if earlier and states[task.name] in {WRONG, BROKEN}:
            found[task.name] = earlier
    return found


class Stubs:
    """The parent's side of the stubs of one look: it answers questions, up to a bound."""

    def __init__(self, names, references):
        self.names, self.references = names, references
        self.calls, self.left = CALLS, SECONDS

    def answer(self, message):
        """{value: …} to a child's question; none where there is none, or the bound is reached."""
        name, inputs, named = message.get("ask"), message.get("inputs"), message.get("named", {})
        self.calls -= 1
        plain = isinstance(inputs, list) and isinstance(named, dict)
        plain = plain and all(isinstance(value, dict) for value in (*inputs, *named.values()))
        if name not in self.names or not plain or self.calls < 0 or self.left <= 0:
            return {"value": None}
        if len(json.dumps([inputs, named])) > INPUTS:
            return {"value": None}
        begun = monotonic()
        value = self.references.ask(name, inputs, named, self.left)
        self.left -= monotonic() - begun
        return {"value": value}


references = References()  # of this process; it starts with the first question
