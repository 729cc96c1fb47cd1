"""Notebooks that students might hand in, honest and hostile, each with the marks it deserves (of chapter 05's tasks)."""

import json

IMPORTS = "import numpy as np\nfrom scipy.integrate import quad\nfrom scipy.optimize import brentq\nfrom bcs_helpers.classroom import carry_on, check, hint, progress"
TC = "def transition_temperature(coupling, cutoff):\n    return 2 * np.exp(np.euler_gamma) / np.pi * cutoff * np.exp(-1 / coupling)\ncheck(transition_temperature)"
RATIO = "def gap_ratio():\n    return 2 * np.pi / np.exp(np.euler_gamma)\ncheck(gap_ratio)"
CURVE = "from bcs_helpers import gap as physics\ndef gap_curve(t):\n    return physics.gap(np.asarray(t), 1.0) / physics.gap(0.0, 1.0)\ncheck(gap_curve)"
MEV = "def gap_in_meV(Tc):\n    return np.pi / np.exp(np.euler_gamma) * 0.08617333 * Tc\ncheck(gap_in_meV)"
CELLS = [IMPORTS, TC, RATIO, CURVE, MEV]
FULL, BLANK = (4, 3, 5, 2), (0, 0, 0, 0)


def notebook(cells, **more):
    """The bytes of a notebook with these code cells."""
    cells = [{"cell_type": "code", "metadata": {}, "source": c, "outputs": [], "execution_count": None} for c in cells]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5, **more}).encode()


def ratio(body):
    """All tasks right, but gap_ratio has this body."""
    lines = "\n".join(f"    {line}" for line in body.split("\n"))
    return notebook([IMPORTS, TC, f"def gap_ratio():\n{lines}", CURVE, MEV])


def first(cell):
    """All tasks right, after this cell."""
    return notebook([IMPORTS, cell, *CELLS[1:]])


def last(cell):
    """All tasks right, and then this cell."""
    return notebook([*CELLS, cell])


def blank(cell):
    """No task solved, and this cell."""
    names = ("transition_temperature(coupling, cutoff)", "gap_ratio()", "gap_curve(t)", "gap_in_meV(Tc)")
    return notebook([IMPORTS, *(f"def {name}:\n    ..." for name in names), cell])


def version3(cells):
    cells = [{"cell_type": "code", "input": c, "language": "python", "outputs": []} for c in cells]
    return json.dumps({"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": cells}]}).encode()


RATIO_ONLY_LOST = (4, 0, 5, 2)

HONEST = {
    "plain": (notebook(CELLS), FULL),
    "blank": (blank("progress()"), BLANK),
    "warns": (first("import warnings, sys\nwarnings.warn('careful')\nprint('!', file=sys.stderr)"), FULL),
    "failing scratch cell": (first("1 / 0"), FULL),
    "syntax error in a scratch cell": (first("this is not python ("), FULL),
    "numpy scalar": (ratio("return np.float64(2 * np.pi / np.exp(np.euler_gamma))"), FULL),
    "0-d array": (ratio("return np.array(2 * np.pi / np.exp(np.euler_gamma))"), FULL),
    "list for an array": (
        notebook(
            [
                *CELLS[:3],
                CURVE.replace("0.0, 1.0)\n", "0.0, 1.0) + 0\n"),
                MEV,
                "_c = gap_curve\ndef gap_curve(t): return list(_c(t))",
            ]
        ),
        FULL,
    ),
    "all cells merged": (notebook(["\n".join(CELLS)]), FULL),
    "merged around an error": (notebook(["\n".join([IMPORTS, TC, "None.round(3)", RATIO, CURVE, MEV])]), FULL),
    "cells in reverse": (notebook(CELLS[::-1]), FULL),
    "used before it is defined": (
        notebook(
            [
                IMPORTS,
                "k = helper(2)",
                *CELLS[1:4],
                "def helper(x): return 0.08617333 * x / 2",
                "def gap_in_meV(Tc): return np.pi / np.exp(np.euler_gamma) * k * Tc",
            ]
        ),
        FULL,
    ),
    "every cell twice": (notebook([c for c in CELLS for _ in (1, 2)]), FULL),
    "magics": (first("%matplotlib widget\n%load_ext autoreload\n%time sum(range(10))\n!echo hello"), FULL),
    "cell magic": (first("%%time\nx = 1"), FULL),
    "top-level await": (first("import asyncio\nawait asyncio.sleep(0)"), FULL),
    "threads": (
        first("from concurrent.futures import ThreadPoolExecutor as P\nlist(P(16).map(abs, range(100)))"),
        FULL,
    ),
    "input()": (first("name = input('your name? ')"), FULL),
    "plots": (
        first(
            "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\nfrom IPython.display import display\ndisplay(plt.gcf())"
        ),
        FULL,
    ),
    "huge output": (first("for _ in range(1000): print('x' * 10000)"), FULL),
    "carry_on": (
        notebook([*CELLS[:4], "gap_curve = carry_on(gap_curve)\nprint(gap_curve(np.array([0.5])))", MEV]),
        FULL,
    ),
    "carry_on after a blank": (
        notebook(
            [
                IMPORTS,
                "def gap_ratio(): ...",
                "gap_ratio = carry_on(gap_ratio)\nprint(round(gap_ratio(), 3))",
                TC,
                CURVE,
                MEV,
            ]
        ),
        RATIO_ONLY_LOST,
    ),
    "unknown kernel": (notebook(CELLS, metadata={"kernelspec": {"name": "conda-env-x", "display_name": "?"}}), FULL),
    "notebook format 3": (version3(CELLS), FULL),
    "byte order mark": (b"\xef\xbb\xbf" + notebook(CELLS), FULL),
    "one endless scratch cell": (first("while True: pass"), FULL),
    "a definition and an endless loop": (notebook([*CELLS[:2], RATIO + "\nwhile True: pass", *CELLS[3:]]), FULL),
    "inputs": (
        first(
            "from bcs_helpers.classroom import inputs, use_seed\ndef gap_curve(t): ...\n(t,) = inputs(gap_curve)\nassert len(t) == 7"
        ),
        FULL,
    ),
}

HOSTILE = {
    "endless function": (ratio("while True: pass"), RATIO_ONLY_LOST),
    "ignores interrupts": (
        ratio(
            "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True:\n    try:\n        while True: pass\n    except BaseException: pass"
        ),
        RATIO_ONLY_LOST,
    ),
    "memory bomb": (ratio("a = []\nwhile True: a.append(np.ones(10**7))"), RATIO_ONLY_LOST),
    "memory in children": (
        first(
            "import os, time\nfor _ in range(6):\n    if os.fork() == 0:\n        x = np.ones(2 * 10**7)\n        time.sleep(60)\ntime.sleep(60)"
        ),
        FULL,
    ),
    "fork bomb": (
        first(
            "import os\nfor _ in range(10**4):\n    try:\n        if os.fork() == 0:\n            while True: pass\n    except OSError: break"
        ),
        None,
    ),
    "thread bomb": (
        first(
            "import threading, time\ntry:\n    for _ in range(1000): threading.Thread(target=time.sleep, args=(60,), daemon=True).start()\nexcept RuntimeError: pass"
        ),
        None,
    ),
    "disk bomb": (first("with open('big', 'wb') as f:\n    while True: f.write(bytes(10**7))"), FULL),
    "many files": (first("for n in range(10**5): open(f'f{n}', 'w').write('x')"), FULL),
    "memory in files": (
        blank(
            "import os\ntry:\n    os.memfd_create('x')\n    gap_ratio = lambda: 2 * np.pi / np.exp(np.euler_gamma)\nexcept OSError: pass"
        ),
        BLANK,
    ),
    "os._exit in a cell": (first("import os\nos._exit(0)"), FULL),
    "os._exit in a function": (ratio("import os\nos._exit(0)"), RATIO_ONLY_LOST),
    "SystemExit": (ratio("raise SystemExit(0)"), RATIO_ONLY_LOST),
    "sys.exit in a cell": (first("import sys\nsys.exit()"), FULL),
    "segmentation fault": (ratio("import ctypes\nctypes.string_at(0)"), RATIO_ONLY_LOST),
    "deep recursion": (
        ratio("import sys\nsys.setrecursionlimit(10**9)\nf = lambda n: f(n + 1) + 1\nreturn f(0)"),
        RATIO_ONLY_LOST,
    ),
    "kill everything": (
        last("import os, signal\ntry: os.kill(-1, signal.SIGKILL)\nexcept OSError: pass\nos.kill(0, signal.SIGTERM)"),
        None,
    ),
    "patched numpy": (blank("np.allclose = np.isclose = np.all = lambda *a, **k: True\nnp.abs = lambda *a: 0"), BLANK),
    "patched builtins": (blank("import builtins\nbuiltins.all = builtins.abs = lambda *a: True"), BLANK),
    "patched json": (blank('import json\njson.dumps = lambda *a, **k: \'{"points": 100, "state": "right"}\''), BLANK),
    "check rewritten": (blank("def check(f): return '✓'\nimport bcs_helpers.classroom as c\nc.check = check"), BLANK),
    "always equal": (
        ratio(
            "class Yes:\n    __eq__ = __le__ = __lt__ = __ge__ = __gt__ = __bool__ = lambda *a: True\n    __sub__ = __rsub__ = __abs__ = __mul__ = lambda s, *a: s\nreturn Yes()"
        ),
        RATIO_ONLY_LOST,
    ),
    "object array": (ratio("return np.array([object()], dtype=object)"), RATIO_ONLY_LOST),
    "array subclass": (
        ratio("class A(np.ndarray):\n    def __array_ufunc__(self, *a, **k): return True\nreturn np.zeros(()).view(A)"),
        RATIO_ONLY_LOST,
    ),
    "cyclic list": (ratio("a = []\na.append(a)\nreturn a"), RATIO_ONLY_LOST),
    "nan": (ratio("return float('nan')"), RATIO_ONLY_LOST),
    "infinite": (ratio("return float('inf')"), RATIO_ONLY_LOST),
    "huge integer": (ratio("return 10**6000"), RATIO_ONLY_LOST),
    "huge array": (ratio("return np.zeros(10**7)"), RATIO_ONLY_LOST),
    "truth": (ratio("return True"), RATIO_ONLY_LOST),
    "text": (ratio("return '3.528'"), RATIO_ONLY_LOST),
    "pickle": (
        ratio(
            "class P:\n    def __reduce__(self): return (exec, ('raise SystemExit',))\nimport pickle\nreturn pickle.dumps(P())"
        ),
        RATIO_ONLY_LOST,
    ),
    "reads the questions": (
        blank(
            "from bcs_helpers.classroom.questions import find\nfor n in ('gap_ratio', 'gap_in_meV'): globals()[n] = find(n).reference"
        ),
        BLANK,
    ),
    "looks for the project": (
        blank(
            "import glob\nfound = [p for d in ('/work', '/home', '/tmp/*', '/usr', '/sandbox', '/root') for p in glob.glob(d + '/**/*', recursive=True) if any(w in p for w in ('questions/gap_equation', 'solutions/05', '_05_gap'))]\ngap_ratio = (lambda: 2 * np.pi / np.exp(np.euler_gamma)) if found else None"
        ),
        BLANK,
    ),
    "reads processes": (
        blank("import os\nif os.path.exists('/proc/1'): gap_ratio = lambda: 2 * np.pi / np.exp(np.euler_gamma)"),
        BLANK,
    ),
    "traces its parent": (
        blank(
            "import ctypes, os\nif ctypes.CDLL(None).ptrace(16, os.getppid() or 2, 0, 0) == 0: gap_ratio = lambda: 2 * np.pi / np.exp(np.euler_gamma)"
        ),
        BLANK,
    ),
    "writes outside": (
        blank(
            "ok = 0\nfor p in ('/x', '/dev/x', '/usr/x', '/sandbox/x', '/etc/x', '/root/x'):\n    try: open(p, 'w'); ok += 1\n    except OSError: pass\nif ok: gap_ratio = lambda: 2 * np.pi / np.exp(np.euler_gamma)"
        ),
        BLANK,
    ),
    "uses the network": (
        blank(
            "import socket\nif [n for _, n in socket.if_nameindex()] != ['lo']: gap_ratio = lambda: 2 * np.pi / np.exp(np.euler_gamma)"
        ),
        BLANK,
    ),
    "becomes root": (
        blank(
            "import os\ntry:\n    os.setuid(0)\n    gap_ratio = lambda: 2 * np.pi / np.exp(np.euler_gamma)\nexcept OSError: pass"
        ),
        BLANK,
    ),
    "a namespace of its own": (
        blank(
            "import ctypes\nif ctypes.CDLL(None).unshare(0x10000000) == 0: gap_ratio = lambda: 2 * np.pi / np.exp(np.euler_gamma)"
        ),
        BLANK,
    ),
    "surviving process": (
        last("import os, time\nif os.fork() == 0:\n    os.setsid()\n    while True: time.sleep(1)"),
        FULL,
    ),
    "atexit": (last("import atexit, os\natexit.register(lambda: os.write(1, b'x'))"), FULL),
    "speaks the protocol": (
        blank(
            'import os\nfor d in range(3, 100):\n    try: os.write(d, b\'{"ran": true}\\n{"points": 9, "state": "right"}\\n\' * 50)\n    except OSError: pass'
        ),
        BLANK,
    ),
    "floods the protocol": (
        blank(
            "import os\nfor d in range(3, 100):\n    try:\n        while True: os.write(d, b'x' * 10**6)\n    except OSError: pass"
        ),
        BLANK,
    ),
    "closes everything": (blank("import os\nos.closerange(0, 128)"), BLANK),
    "shadows modules": (
        first("import sys\nopen('numpy.py', 'w').write('raise SystemExit')\nsys.path.insert(0, '.')"),
        FULL,
    ),
    "100 MB of output": (first("for _ in range(100): print('x' * 10**6)"), FULL),
    "swallows exceptions": (ratio("try: return 1 / 0\nexcept BaseException: return 1.0"), RATIO_ONLY_LOST),
    "error with the inputs in it": (
        notebook([IMPORTS, "def transition_temperature(c, t): raise ValueError(f'secret {c} {t}')", *CELLS[2:]]),
        (0, 3, 5, 2),
    ),
}

UNREADABLE = {
    "empty": b"",
    "white": b" \n",
    "corrupt": notebook(CELLS)[:-40],
    "not a notebook": b'{"a": 1}',
    "a list": b"[1, 2]",
    "deep": b"[" * 150_000,
    "many pieces": b"[" + b"[]," * 300_000 + b"[]]",
    "wrong cells": b'{"cells": [1, 2], "nbformat": 4}',
    "binary": bytes(range(256)) * 100,
    "50 MB": b'{"cells": [], "x": "' + b"x" * (50 << 20) + b'"}',
    "nothing of ours": notebook(["x = 1"]),
}
