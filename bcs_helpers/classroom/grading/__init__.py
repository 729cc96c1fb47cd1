"""Marking a class: `bcs grade handed_in/` (see docs/instructors.md).

collect   what was handed in, and by whom        sandbox   the walls, and the socket through them
marking   one notebook: ask, judge               child     what runs inside them, with stand_in
grading   a class: state, workers, what is written        pages, gradebook   what is written
"""
