"""Notebooks that students might hand in, honest and hostile, each with the marks it deserves (of chapter 05's tasks)."""

import json
from textwrap import dedent, indent

IMPORTS = "import numpy as np\nfrom scipy.integrate import quad\nfrom scipy.optimize import brentq\nfrom bcs_helpers.classroom import carry_on, check, hint, progress"
TC = "def transition_temperature(coupling, cutoff):\n    return 2 * np.exp(np.euler_gamma) / np.pi * cutoff * np.exp(-1 / coupling)\ncheck(transition_temperature)"
RATIO = "def gap_ratio():\n    return 2 * np.pi / np.exp(np.euler_gamma)\ncheck(gap_ratio)"
CURVE = "from bcs_helpers import gap as physics\ndef gap_curve(t):\n    return physics.gap(np.asarray(t), 1.0) / physics.gap(0.0, 1.0)\ncheck(gap_curve)"
MEV = "def gap_in_meV(Tc):\n    return np.pi / np.exp(np.euler_gamma) * 0.08617333 * Tc\ncheck(gap_in_meV)"
MEV_KB = MEV.replace("0.08617333", "kB")
CELLS = [IMPORTS, TC, RATIO, CURVE, MEV]
FULL, BLANK = (4, 3, 5, 2), (0, 0, 0, 0)


def clean(cell):
    """A cell's text without the indentation and the empty ends that it has in this file."""
    return dedent(cell).strip("\n").rstrip()


def notebook(cells, **more):
    """The bytes of a notebook with these code cells."""
    cells = map(clean, cells)
    cells = [{"cell_type": "code", "metadata": {}, "source": c, "outputs": [], "execution_count": None} for c in cells]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5, **more}).encode()


def ratio(body):
    """All tasks right, but gap_ratio has this body."""
    return notebook([IMPORTS, TC, "def gap_ratio():\n" + indent(clean(body), "    "), CURVE, MEV])


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


def with_constant(cell):
    """All tasks right, if the constant kB that this cell defines is there for the last one."""
    return notebook([IMPORTS, cell, *CELLS[1:4], MEV_KB])


def says(*lines):
    """All tasks right, and a last cell that writes these lines wherever it can."""
    return last(f"""
        import os
        for d in range(3, 20):
            for line in {lines!r}:
                try: os.write(d, line + bytes([10]))
                except OSError: pass
        """)


def version3(cells):
    """The bytes of a notebook of the format of 2013."""
    cells = [{"cell_type": "code", "input": c, "language": "python", "outputs": []} for c in cells]
    return json.dumps({"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": cells}]}).encode()


def door(body):
    """No task solved, and a function that returns True where it found a way that should be closed, else False.

    True is rewarded with gap_ratio; False, which tells that it was tried to its end, with gap_in_meV.
    """
    try_it = "def try_it():\n" + indent(clean(body), "    ")
    result = """
        import ctypes, os, socket, sys
        try: found = try_it()
        except OSError: found = False
        if found is True:
            def gap_ratio(): return 2 * np.pi / np.exp(np.euler_gamma)
        if found is False:
            def gap_in_meV(Tc): return np.pi / np.exp(np.euler_gamma) * 0.08617333 * Tc
        """
    return blank(f"{try_it}\n{clean(result)}")


RATIO_ONLY_LOST, CLOSED, OPEN = (4, 0, 5, 2), (0, 0, 0, 2), (0, 3, 0, 0)

HONEST = {
    "plain": (notebook(CELLS), FULL),
    "blank": (blank("progress()"), BLANK),
    "warns": (
        first("""
            import warnings, sys
            warnings.warn('careful')
            print('!', file=sys.stderr)
            """),
        FULL,
    ),
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
                """
            _c = gap_curve
            def gap_curve(t): return list(_c(t))
            """,
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
    "magics": (
        first("""
            %matplotlib widget
            %load_ext autoreload
            %time sum(range(10))
            !echo hello
            """),
        FULL,
    ),
    "cell magic": (
        first("""
            %%time
            x = 1
            """),
        FULL,
    ),
    "top-level await": (
        first("""
            import asyncio
            await asyncio.sleep(0)
            """),
        FULL,
    ),
    "threads": (
        first("""
            from concurrent.futures import ThreadPoolExecutor as P
            list(P(16).map(abs, range(100)))
            """),
        FULL,
    ),
    "input()": (first("name = input('your name? ')"), FULL),
    "plots": (
        first(
            """
            import matplotlib.pyplot as plt
            plt.plot([1, 2])
            plt.show()
            from IPython.display import display
            display(plt.gcf())
            """
        ),
        FULL,
    ),
    "huge output": (first("for _ in range(1000): print('x' * 10000)"), FULL),
    "carry_on": (
        notebook(
            [
                *CELLS[:4],
                """
            gap_curve = carry_on(gap_curve)
            print(gap_curve(np.array([0.5])))
            """,
                MEV,
            ]
        ),
        FULL,
    ),
    "carry_on after a blank": (
        notebook(
            [
                IMPORTS,
                "def gap_ratio(): ...",
                """
            gap_ratio = carry_on(gap_ratio)
            print(round(gap_ratio(), 3))
            """,
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
            """
            from bcs_helpers.classroom import inputs, use_seed
            def gap_curve(t): ...
            (t,) = inputs(gap_curve)
            assert len(t) == 7
            """
        ),
        FULL,
    ),
    "magics that are not there": (
        with_constant("""
            %load_ext no_such_extension
            %config InlineBackend.figure_format = 'retina'
            %no_such_magic 3
            kB = 0.08617333
            """),
        FULL,
    ),
    "an error in a timed cell": (
        with_constant("""
            %%time
            1 / 0
            kB = 0.08617333
            """),
        FULL,
    ),
    "a window that cannot open": (
        with_constant("""
            import matplotlib
            matplotlib.use("TkAgg")
            kB = 0.08617333
            """),
        FULL,
    ),
    "a constant and an endless loop": (
        with_constant("""
            kB = 0.08617333
            while True: pass
            """),
        FULL,
    ),
    "a chain of cells in reverse": (
        notebook(
            [
                *CELLS[:4],
                MEV_KB,
                "kB = joule / meV",
                "meV = 1e-3 * charge",
                "charge = 1.602177",
                "joule = 1.380649e-4",
            ]
        ),
        FULL,
    ),
    "a module of its own": (
        notebook([*CELLS[:4], "%%writefile mine.py\nkB = 0.08617333", "from mine import kB", MEV_KB]),
        FULL,
    ),
    "a library that is not here": (
        with_constant("""
            import no_such_library as nsl
            nsl.set_theme()
            kB = 0.08617333
            """),
        FULL,
    ),
    "widgets and sliders": (
        with_constant("""
            from ipywidgets import interact
            from bcs_helpers.explore import explore
            @interact(x=(0, 1.0))
            def see(x=0.5): return x
            kB = 0.08617333
            """),
        FULL,
    ),
    "processes of its own": (
        with_constant("""
            from multiprocessing import Pool
            with Pool(2) as pool: print(pool.map(abs, [1, -2]))
            kB = 0.08617333
            """),
        FULL,
    ),
    "help and exit": (
        with_constant("""
            kB = 0.08617333
            np.linspace?
            help(abs)
            exit
            """),
        FULL,
    ),
    "warnings as errors": (
        with_constant("""
            import warnings
            warnings.simplefilter("error")
            np.seterr(all="raise")
            kB = 0.08617333
            """),
        FULL,
    ),
    "a method, a lambda, a cached function": (
        notebook(
            [
                IMPORTS,
                TC
                + "\nclass Solver:\n    def run(self, *given): return known(*given)\nknown = transition_temperature\ntransition_temperature = Solver().run",
                "gap_ratio = lambda: 2 * np.pi / np.exp(np.euler_gamma)",
                CURVE,
                "from functools import cache\n@cache\n" + MEV,
            ]
        ),
        FULL,
    ),
    "half of a character": (last("x = '\ud800'"), FULL),
    "carry_on of a wrong task": (
        notebook(
            [
                IMPORTS,
                TC,
                "def gap_ratio(): return 'about 3.5'",
                "gap_ratio = carry_on(gap_ratio)\nfactor = gap_ratio() / 2",
                CURVE,
                "def gap_in_meV(Tc): return factor * 0.08617333 * Tc",
            ]
        ),
        (4, 0, 5, 0),
    ),
}

HOSTILE = {
    "the reward for an open door": (door("return True"), OPEN),
    "the sign of a closed door": (door("return False"), CLOSED),
    "memory in files": (door("return os.memfd_create('x') >= 0"), CLOSED),
    "looks for the project": (
        door("""
            wanted = ("isotope_effect", "solutions", "gap_equation", "seed.txt", "marks.csv", "bcs_companion")
            for folder, folders, files in os.walk("/"):
                folders[:] = [f for f in folders if f not in ("usr", "lib", "include", "share")]  # Python's and the system's
                if any(word in name for name in folders + files for word in wanted): return True
            import bcs_helpers, bcs_helpers.classroom as room
            return any(os.path.exists(os.path.join(p, "course")) for m in (bcs_helpers, room) for p in m.__path__)
            """),
        CLOSED,
    ),
    "reads processes": (door("return any(map(os.path.exists, ('/proc/1', '/proc/self', '/sys/class')))"), CLOSED),
    "traces its parent": (door("return ctypes.CDLL(None).ptrace(16, os.getppid() or 2, 0, 0) == 0"), CLOSED),
    "reads its parent's memory": (
        door("""
            class Piece(ctypes.Structure): _fields_ = [("at", ctypes.c_void_p), ("size", ctypes.c_size_t)]
            mine = ctypes.create_string_buffer(8)
            here, there = Piece(ctypes.addressof(mine), 8), Piece(id(None), 8)
            read = ctypes.CDLL(None).process_vm_readv
            return any(read(p, ctypes.byref(here), 1, ctypes.byref(there), 1, 0) > 0 for p in range(1, 100))
            """),
        CLOSED,
    ),
    "stops and kills its parents": (
        door("""
            import signal
            stopped = 0
            for pid in {os.getppid(), *range(2, 500)} - {0, os.getpid()}:
                try: os.kill(pid, signal.SIGSTOP)
                except ProcessLookupError: continue
                stopped += 1
            return stopped > 0
            """),
        CLOSED,
    ),
    "writes outside": (
        door("""
            written = 0
            for folder in ("", "/dev", "/usr", "/sandbox", "/etc", "/root", "/proc", sys.prefix):
                try: open(folder + "/x", "w"); written += 1
                except OSError: pass
            return written > 0
            """),
        CLOSED,
    ),
    "mounts": (
        door("""
            libc = ctypes.CDLL(None)
            return 0 in (libc.mount(b"none", b"/proc", b"proc", 0, None), libc.umount2(b"/proc", 2), libc.chroot(b"."))
            """),
        CLOSED,
    ),
    "uses the network": (door("return socket.socket(socket.AF_INET).fileno() >= 0"), CLOSED),
    "asks the machine around it": (door("return socket.socket(40, socket.SOCK_STREAM).fileno() >= 0"), CLOSED),  # vsock
    "speaks to the kernel": (door("return socket.socket(socket.AF_NETLINK, socket.SOCK_RAW).fileno() >= 0"), CLOSED),
    "takes all watches": (door("return ctypes.CDLL(None).inotify_init1(0) >= 0"), CLOSED),
    "becomes root": (door("os.setuid(0); return True"), CLOSED),
    "a namespace of its own": (
        door("""
            libc, user, mounts = ctypes.CDLL(None), 0x10000000, 0x20000
            if libc.unshare(user) == 0 or libc.unshare(mounts) == 0: return True
            clone = 56 if os.uname().machine == "x86_64" else 220
            for flags in (user | 17, mounts | 17):
                child = libc.syscall(clone, flags, 0, 0, 0, 0)
                if child == 0: os._exit(0)
                if child > 0: return True
            return libc.syscall(435, 0, 0) >= 0  # clone3
            """),
        CLOSED,
    ),
    "raises its limits": (
        door("""
            import resource
            raised = 0
            for limit in (resource.RLIMIT_NPROC, resource.RLIMIT_AS, resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE):
                try: resource.setrlimit(limit, (1 << 40, 1 << 40)); raised += 1
                except (ValueError, OSError): pass
            return raised > 0
            """),
        CLOSED,
    ),
    "calls in another dialect": (
        last("""
            import ctypes, mmap
            code = mmap.mmap(-1, 4096, prot=7)
            code.write(bytes.fromhex("b814000000cd80c3"))  # int 0x80: a filter may know the numbers of one dialect only
            ctypes.CFUNCTYPE(ctypes.c_long)(ctypes.addressof(ctypes.c_char.from_buffer(code)))()
            """),
        FULL,
    ),
    "says that the sandbox is broken": (says(b'{"end": "sandbox: no bwrap"}'), None),
    "says that it stands": (says(b'{"walls": true}'), None),
    "says that memory ran out": (says(b'{"end": "memory"}'), None),
    "answers in advance": (says(b'{"array": "AAAA", "dtype": "<f8", "shape": [1]}'), None),
    "answers that break readers": (
        last("""
            import os
            for line in (b"[" * 500_000, b'{"cell": -1}', b'{"cell": true}', bytes([128]), b"1" * 5000, b"{" * 9, b"[]"):
                for d in range(3, 20):
                    try: os.write(d, line + bytes([10]))
                    except OSError: pass
            """),
        None,
    ),
    "a flood of empty lines": (
        last("""
            import os
            for _ in range(10):
                if os.fork() == 0: break
            while True:
                for d in range(3, 20):
                    try: os.write(d, b"\\n" * 60_000)
                    except OSError: pass
            """),
        FULL,
    ),
    "a flood of messages": (
        last("""
            import os
            while True:
                for d in range(3, 20):
                    try: os.write(d, b'{"cell": 1}\\n' * 6000)
                    except OSError: pass
            """),
        None,
    ),
    "a slow drip": (
        ratio("""
            import os, time
            while True:
                for d in range(3, 20):
                    try: os.write(d, b"1")
                    except OSError: pass
                time.sleep(0.01)
            """),
        RATIO_ONLY_LOST,
    ),
    "hands over descriptors": (
        last("""
            import os, socket
            for d in range(3, 20):
                try: socket.send_fds(socket.socket(fileno=os.dup(d)), [b" "], [0] * 50)
                except OSError: pass
            """),
        None,
    ),
    "a grandchild holds the socket": (
        ratio("""
            import os, time
            if os.fork() == 0:
                os.setsid()
                if os.fork() == 0: time.sleep(1000)
                os._exit(0)
            os._exit(0)
            """),
        RATIO_ONLY_LOST,
    ),
    "a number that blocks": (
        ratio("""
            class Number:
                def __array__(self, *a, **k):
                    while True: pass
            return Number()
            """),
        RATIO_ONLY_LOST,
    ),
    "a number that forks": (
        ratio("""
            class Number:
                def __array__(self, *a, **k):
                    import os
                    if os.fork(): os._exit(0)
                    return np.array(3.5)
            return Number()
            """),
        None,
    ),
    "a generator": (ratio("yield 3.5"), RATIO_ONLY_LOST),
    "a coroutine": (notebook([IMPORTS, TC, "async def gap_ratio(): return 3.5", CURVE, MEV]), RATIO_ONLY_LOST),
    "many dimensions": (ratio("return np.zeros((1,) * 32)"), RATIO_ONLY_LOST),
    "nothing, of a shape": (ratio("return np.zeros((0, 5))"), RATIO_ONLY_LOST),
    "a nested list of millions": (ratio("return [[1.0] * 1000] * 100_000"), RATIO_ONLY_LOST),
    "the child rewritten": (
        blank("""
            import gc, types
            for f in gc.get_objects():
                if isinstance(f, types.FunctionType) and f.__name__ in ("plain", "answer"):
                    f.__globals__["answer"] = lambda *a: {"state": "right", "points": 9, "verdict": "✓", "array": "AAAAAAAADEA=", "dtype": "<f8", "shape": []}
            """),
        BLANK,
    ),
    "looks into the frames around it": (
        door("""
            import gc
            frame, seen = sys._getframe(), []
            while frame: seen.append(dict(frame.f_locals)); frame = frame.f_back
            known = [v for d in seen + gc.get_objects() if isinstance(d, dict) for v in list(d.values()) if isinstance(v, dict)]
            return any("points" in d and "reference" in d or "seed" in d and "limits" in d for d in known)
            """),
        CLOSED,
    ),
    "the shell rewritten": (
        last("""
            class Names(dict):
                def get(self, *a):
                    while True: pass
            get_ipython().user_ns = Names(get_ipython().user_ns)
            """),
        BLANK,
    ),
    "patched assert": (
        blank("""
            import ast, sys
            class NoAssert(ast.NodeTransformer):
                def visit_Assert(self, node): return ast.Pass()
            get_ipython().ast_transformers.append(NoAssert())
            sys.flags = None
            assert False
            """),
        BLANK,
    ),
    "check cells deleted": (
        notebook(
            [
                c.rsplit("\n", 1)[0] if "check(" in c and "import" not in c else c
                for c in [IMPORTS, TC, "def gap_ratio(): return 3.0", MEV]
            ]
        ),
        (4, 0, 0, 2),
    ),
    "check cells doubled and marked as right": (
        blank("\n".join(f"check({n})" for n in ("gap_ratio", "gap_curve") * 5) + "\nprint('✓ gap ratio (3/3)')"),
        BLANK,
    ),
    "cells with tags of their own": (
        notebook(
            CELLS[:2], metadata={"grade": {"points": 14}, "nbgrader": {"grade": True, "points": 14, "locked": False}}
        ),
        (4, 0, 0, 0),
    ),
    "progress written by hand": (
        blank("""
            import json
            with open("progress.json", "w") as file: json.dump({"version": 1, "tasks": {"gap_ratio": "right"}}, file)
            """),
        BLANK,
    ),
    "carry_on asked for answers": (
        notebook(
            [
                IMPORTS,
                "def gap_ratio(): ...\ngap_ratio = carry_on(gap_ratio)",
                "def gap_in_meV(Tc): ...\ngap_in_meV = carry_on(gap_in_meV)",
            ]
        ),
        BLANK,
    ),
    "knows the textbook's inputs only": (
        notebook([IMPORTS, "def gap_in_meV(Tc): return {1.2: 0.182}.get(Tc, 0.0)"]),
        BLANK,
    ),
    "signals by the clock": (
        last("""
            import signal
            def stop(*a): raise SystemExit
            signal.signal(signal.SIGALRM, stop)
            signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
            """),
        None,
    ),
    "links to other files": (
        door("""
            for target in ("/proc/1/environ", "/etc/shadow", "/etc/passwd", "/root/.ssh", "/var/log"):
                if not os.path.lexists("x" + os.path.basename(target)): os.symlink(target, "x" + os.path.basename(target))
            return any(map(os.path.exists, ("xenviron", "xshadow", "xpasswd", "x.ssh", "xlog")))
            """),
        CLOSED,
    ),
    "links without end": (
        last("""
            import os
            open("a", "w").close()
            try:
                for n in range(10**6): os.link("a", f"b{n}")
            except OSError: pass
            try:
                for n in range(10**5): os.mkdir("d"); os.chdir("d")
            except OSError: pass
            """),
        FULL,
    ),
    "buffers without end": (
        last("""
            import socket
            keep = []
            try:
                while True:
                    a, b = socket.socketpair()
                    a.setblocking(False)
                    keep += [a, b]
                    try:
                        while True: a.send(bytes(1 << 16))
                    except BlockingIOError: pass
            except OSError: pass
            """),
        FULL,
    ),
    "a huge file that is not there": (
        ratio("""
            with open("/dev/shm/x", "wb") as file: file.truncate(1 << 34)
            """),
        RATIO_ONLY_LOST,
    ),
    "script in its words": (
        last("raise ValueError('</pre><script>alert(1)</script>')  # <img src=x onerror=alert(1)>"),
        FULL,
    ),
    "endless function": (ratio("while True: pass"), RATIO_ONLY_LOST),
    "ignores interrupts": (
        ratio(
            """
            import signal
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            while True:
                try:
                    while True: pass
                except BaseException: pass
            """
        ),
        RATIO_ONLY_LOST,
    ),
    "memory bomb": (
        ratio("""
            a = []
            while True: a.append(np.ones(10**7))
            """),
        RATIO_ONLY_LOST,
    ),
    "memory in children": (
        first(
            """
            import os, time
            for _ in range(6):
                if os.fork() == 0:
                    x = np.ones(2 * 10**7)
                    time.sleep(60)
            time.sleep(60)
            """
        ),
        FULL,
    ),
    "fork bomb": (
        first(
            """
            import os
            for _ in range(10**4):
                try:
                    if os.fork() == 0:
                        while True: pass
                except OSError: break
            """
        ),
        None,
    ),
    "thread bomb": (
        first(
            """
            import threading, time
            try:
                for _ in range(1000): threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
            except RuntimeError: pass
            """
        ),
        None,
    ),
    "disk bomb": (
        first("""
            with open('big', 'wb') as f:
                while True: f.write(bytes(10**7))
            """),
        FULL,
    ),
    "many files": (first("for n in range(10**5): open(f'f{n}', 'w').write('x')"), FULL),
    "os._exit in a cell": (
        first("""
            import os
            os._exit(0)
            """),
        FULL,
    ),
    "os._exit in a function": (
        ratio("""
            import os
            os._exit(0)
            """),
        RATIO_ONLY_LOST,
    ),
    "SystemExit": (ratio("raise SystemExit(0)"), RATIO_ONLY_LOST),
    "sys.exit in a cell": (
        first("""
            import sys
            sys.exit()
            """),
        FULL,
    ),
    "segmentation fault": (
        ratio("""
            import ctypes
            ctypes.string_at(0)
            """),
        RATIO_ONLY_LOST,
    ),
    "deep recursion": (
        ratio("""
            import sys
            sys.setrecursionlimit(10**9)
            f = lambda n: f(n + 1) + 1
            return f(0)
            """),
        RATIO_ONLY_LOST,
    ),
    "kill everything": (
        last("""
            import os, signal
            try: os.kill(-1, signal.SIGKILL)
            except OSError: pass
            os.kill(0, signal.SIGTERM)
            """),
        None,
    ),
    "patched numpy": (
        blank("""
            np.allclose = np.isclose = np.all = lambda *a, **k: True
            np.abs = lambda *a: 0
            """),
        BLANK,
    ),
    "patched builtins": (
        blank("""
            import builtins
            builtins.all = builtins.abs = lambda *a: True
            """),
        BLANK,
    ),
    "patched json": (
        blank("""
            import json
            json.dumps = lambda *a, **k: '{"points": 100, "state": "right"}'
            """),
        BLANK,
    ),
    "check rewritten": (
        blank("""
            def check(f): return '✓'
            import bcs_helpers.classroom as c
            c.check = check
            """),
        BLANK,
    ),
    "always equal": (
        ratio(
            """
            class Yes:
                __eq__ = __le__ = __lt__ = __ge__ = __gt__ = __bool__ = lambda *a: True
                __sub__ = __rsub__ = __abs__ = __mul__ = lambda s, *a: s
            return Yes()
            """
        ),
        RATIO_ONLY_LOST,
    ),
    "object array": (ratio("return np.array([object()], dtype=object)"), RATIO_ONLY_LOST),
    "array subclass": (
        ratio("""
            class A(np.ndarray):
                def __array_ufunc__(self, *a, **k): return True
            return np.zeros(()).view(A)
            """),
        RATIO_ONLY_LOST,
    ),
    "cyclic list": (
        ratio("""
            a = []
            a.append(a)
            return a
            """),
        RATIO_ONLY_LOST,
    ),
    "nan": (ratio("return float('nan')"), RATIO_ONLY_LOST),
    "infinite": (ratio("return float('inf')"), RATIO_ONLY_LOST),
    "huge integer": (ratio("return 10**6000"), RATIO_ONLY_LOST),
    "huge array": (ratio("return np.zeros(10**7)"), RATIO_ONLY_LOST),
    "truth": (ratio("return True"), RATIO_ONLY_LOST),
    "text": (ratio("return '3.528'"), RATIO_ONLY_LOST),
    "pickle": (
        ratio(
            """
            class P:
                def __reduce__(self): return (exec, ('raise SystemExit',))
            import pickle
            return pickle.dumps(P())
            """
        ),
        RATIO_ONLY_LOST,
    ),
    "reads the course": (
        blank(
            """
            from bcs_helpers.classroom.course import find
            for n in ('gap_ratio', 'gap_in_meV'): globals()[n] = find(n).reference
            """
        ),
        BLANK,
    ),
    "fifteen cells that end the process": (
        notebook([*CELLS, *["import os; os._exit(0)"] * 15]),
        FULL,
    ),
    "surviving process": (
        last("""
            import os, time
            if os.fork() == 0:
                os.setsid()
                while True: time.sleep(1)
            """),
        FULL,
    ),
    "atexit": (
        last("""
            import atexit, os
            atexit.register(lambda: os.write(1, b'x'))
            """),
        FULL,
    ),
    "speaks the protocol": (
        blank(
            """
            import os
            for d in range(3, 100):
                try: os.write(d, b'{"ran": true}\\n{"points": 9, "state": "right"}\\n' * 50)
                except OSError: pass
            """
        ),
        BLANK,
    ),
    "floods the protocol": (
        blank(
            """
            import os
            for d in range(3, 100):
                try:
                    while True: os.write(d, b'x' * 10**6)
                except OSError: pass
            """
        ),
        BLANK,
    ),
    "closes everything": (
        blank("""
            import os
            os.closerange(0, 128)
            """),
        BLANK,
    ),
    "shadows modules": (
        first("""
            import sys
            open('numpy.py', 'w').write('raise SystemExit')
            sys.path.insert(0, '.')
            """),
        FULL,
    ),
    "100 MB of output": (first("for _ in range(100): print('x' * 10**6)"), FULL),
    "swallows exceptions": (
        ratio("""
            try: return 1 / 0
            except BaseException: return 1.0
            """),
        RATIO_ONLY_LOST,
    ),
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
    "many pieces": b"[" + b"[]," * 2_500_000 + b"[]]",
    "wrong cells": b'{"cells": [1, 2], "nbformat": 4}',
    "binary": bytes(range(256)) * 100,
    "50 MB": b'{"cells": [], "x": "' + b"x" * (50 << 20) + b'"}',
    "nothing of ours": notebook(["x = 1"]),
}
