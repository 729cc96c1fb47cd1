"""Every task of the course, a module a chapter. A new module is added to MODULES."""

from . import gap_equation

MODULES = (gap_equation,)
TASKS = tuple(task for module in MODULES for task in module.TASKS)


def find(name):
    """The task of that name, or None."""
    return next((task for task in TASKS if task.name == name), None)


def by_chapter():
    """{stem: [tasks]} in the order of the course."""
    chapters = {}
    for task in TASKS:
        chapters.setdefault(task.chapter, []).append(task)
    return chapters
