"""The warm process: libraries loaded once, then a guarded fork of it for each notebook."""

import gc
import importlib
import inspect
import json
import os
import signal
import socket
import sys
from contextlib import suppress

from . import walls
from .guard import guard

LIBRARIES = (
    *("numpy", "matplotlib.pyplot", "IPython.core.interactiveshell", "IPython.display", "matplotlib_inline"),
    *("scipy.integrate", "scipy.interpolate", "scipy.linalg", "scipy.optimize", "scipy.sparse.linalg", "scipy.special"),
    *("scipy.constants", "pandas", "sympy"),
)


def main():
    """Load the libraries, then fork a guarded child for each socket that the parent sends."""
    limits = json.loads(sys.argv[1])
    control = socket.socket(fileno=os.dup(0))
    isolated = limits["isolated"]
    if isolated and os.getuid() == 0:  # root is exempt from the limit on processes
        os.setgroups([])
        os.setresgid(*[limits["uid"]] * 3)
        os.setresuid(*[limits["uid"]] * 3)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.chdir(os.environ["HOME"])
    shell = warm_up()
    if isolated:
        walls.dumpable()  # else the identity maps of the children belong to root
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # guards vanish when they end
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    gc.collect()
    gc.freeze()  # else each child copies all pages at its first collection
    control.sendall(b"!")
    while True:
        word, descriptors, *_ = socket.recv_fds(control, 1, 2)
        if not word:
            return
        channel = socket.socket(fileno=descriptors[0])
        if os.fork() == 0:
            try:
                control.close()
                guard(channel, shell, limits, descriptors[1])
            finally:
                os._exit(0)
        channel.close()
        os.close(descriptors[1])


def warm_up():
    """IPython's shell with everything imported that a notebook of this course is likely to import."""
    for name in LIBRARIES:
        with suppress(ModuleNotFoundError):  # a library that is not installed is not missed here
            importlib.import_module(name)
    import bcs_helpers

    for name in bcs_helpers.__all__:
        with suppress(ModuleNotFoundError):
            importlib.import_module(f"bcs_helpers.{name}")
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    import bcs_helpers.classroom

    config = Config()
    config.HistoryManager.enabled = False
    shell = InteractiveShell.instance(config=config)
    shell.showtraceback = shell.showsyntaxerror = lambda *args, **named: None
    shell.register_magic_function(lambda line: None, "line", "matplotlib")
    make_tables()
    draw_nothing()
    shell.run_cell("pass", silent=True)  # the first cell costs as much as ten others
    return shell


def make_tables():
    """Make the tables that the physics makes at its first use: a child would make them again for each notebook."""
    for name, module in list(sys.modules.items()):
        if name.startswith("bcs_helpers."):
            for function in list(vars(module).values()):
                if hasattr(function, "cache_info") and not inspect.signature(function).parameters:
                    function()


def draw_nothing():
    """A figure is made as its author wrote it, and not painted: nobody sees it here."""
    with suppress(ModuleNotFoundError):
        figures = importlib.import_module("bcs_helpers.figures")
        figures.show, figures.png = lambda fig, key: None, lambda fig: b""
        figures.figure()  # the first one loads the fonts
