"""What runs inside the sandbox: no reference, no tolerance, no mark, and of the project nothing but physics.

    warm process ── fork ──> guard ── fork, own namespaces ──> student's code
     (libraries loaded)      (kills what outlives its time)    (speaks with the parent over one socket)

The warm process takes sockets from the parent on its standard input, one a notebook, and never reads what is
said on them. Lines of JSON cross a socket: the parent sends the cells, then a call at a time; a plain answer, an
error's name or nothing comes back. Whatever a student's code does to this process, it does to its own notebook.
"""

import ast
import base64
import ctypes
import importlib
import json
import os
import random
import re
import resource
import select
import signal
import socket
import struct
import sys
import traceback
from contextlib import suppress

TICK = 50  # ms between two looks of the guard
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
    shell = warm_up(limits["paths"])
    if isolated:
        LIBC.prctl(4, 1, 0, 0, 0)  # PR_SET_DUMPABLE: else the identity maps of the children belong to root
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # guards vanish when they end
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
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


def warm_up(paths):
    """IPython's shell with everything imported that a notebook of this course is likely to import."""
    sys.path[:0] = [os.environ["BCS_SANDBOX"]]
    sys.path += [path for path in paths if path not in sys.path]
    for name in LIBRARIES:
        with suppress(ModuleNotFoundError):  # a library that is not installed is not missed here
            importlib.import_module(name)
    import bcs_helpers

    for name in bcs_helpers.__all__:
        importlib.import_module(f"bcs_helpers.{name}")
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    import bcs_helpers.classroom

    config = Config()
    config.HistoryManager.enabled = False
    shell = InteractiveShell.instance(config=config)
    shell.showtraceback = shell.showsyntaxerror = lambda *args, **named: None
    shell.register_magic_function(lambda line: None, "line", "matplotlib")
    return shell


# ---- the guard ----------------------------------------------------------------------------------------------


def guard(channel, shell, limits, alive):
    """Run the student's code in a child; end it, and all it started, when the parent hangs up or memory runs out."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.setsid()
    try:
        if limits["isolated"]:
            own_namespaces()
    except OSError as error:
        channel.sendall(json.dumps({"end": f"sandbox: {error}"}).encode() + b"\n")
        return
    parent = os.getpid()
    job = os.fork()
    if job == 0:
        try:
            os.close(alive)  # open in the guard alone: its end tells the parent that the last process has gone
            os.setsid()
            if sys.platform == "linux":
                LIBC.prctl(1, signal.SIGKILL, 0, 0, 0)  # PR_SET_PDEATHSIG
            student(channel, shell, limits)
        finally:
            os._exit(0)  # whatever was raised: the way back leads into the warm process
    hang_up = select.poll()
    hang_up.register(channel, getattr(select, "POLLRDHUP", select.POLLHUP))
    ended = 0
    reason = "ended"
    while not ended:
        if hang_up.poll(TICK):
            reason = "hung up"
            break
        if limits["isolated"] and memory_used({1, os.getppid(), parent}) > limits["memory"]:
            reason = "memory"
            break
        ended, _ = os.waitpid(job, os.WNOHANG)
    if not limits["isolated"]:
        with suppress(ProcessLookupError):
            os.killpg(job, signal.SIGKILL)
    if not ended:
        os.kill(job, signal.SIGKILL)  # the first process of a pid namespace takes all others with it
        os.waitpid(job, 0)
    with suppress(OSError):
        channel.sendall(b"\n" + json.dumps({"end": reason}).encode() + b"\n")


def memory_used(ours):
    """Bytes in use by all processes of the sandbox but the three that are ours; shared pages are shared out."""
    total = 0
    for name in os.listdir("/proc"):
        if not name.isdigit() or int(name) in ours:
            continue
        try:
            with open(f"/proc/{name}/smaps_rollup", "rb") as lines:
                total += next(int(line.split()[1]) * 1024 for line in lines if line.startswith(b"Pss:"))
        except (OSError, StopIteration):
            try:
                with open(f"/proc/{name}/statm", "rb") as line:
                    total += int(line.read().split()[1]) * resource.getpagesize()
            except (OSError, IndexError):
                pass  # it has just ended
    return total


# ---- the walls (Linux) --------------------------------------------------------------------------------------

LIBC = ctypes.CDLL(None, use_errno=True)
NEWNS, NEWUTS, NEWIPC, NEWUSER, NEWPID = 0x20000, 0x4000000, 0x8000000, 0x10000000, 0x20000000
RDONLY, NOSUID, NODEV, NOEXEC, REC, PRIVATE = 1, 2, 4, 8, 0x4000, 0x40000


def call(name, *arguments):
    """A function of the C library; OSError where it fails."""
    plain = [a.encode() if isinstance(a, str) else a for a in arguments]
    if getattr(LIBC, name)(*plain) < 0:
        raise OSError(ctypes.get_errno(), f"{name}: {os.strerror(ctypes.get_errno())}")


def own_namespaces():
    """Users, processes and shared memory of its own for the next child."""
    uid, gid = os.getuid(), os.getgid()
    call("unshare", NEWUSER | NEWPID | NEWIPC | NEWUTS)
    for name, text in (("setgroups", "deny"), ("uid_map", f"{uid} {uid} 1"), ("gid_map", f"{gid} {gid} 1")):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)


def lock_in(limits):
    """No /proc, a private folder of limited size, limits on everything, no privileges, fewer system calls."""
    call("unshare", NEWNS)
    call("mount", None, "/", None, ctypes.c_ulong(REC | PRIVATE), None)
    flags = NOSUID | NODEV
    for place, more, size in (
        (os.environ["HOME"], 0, limits["disk"]),
        ("/dev/shm", 0, limits["disk"] // 4),
        ("/proc", RDONLY, 4096),
    ):
        options = f"size={size},nr_inodes=4096,mode=700"
        call("mount", "tmpfs", place, "tmpfs", ctypes.c_ulong(flags | more), options)
    os.chdir(os.environ["HOME"])
    for name, most in (
        ("NPROC", limits["processes"]),
        ("NOFILE", 128),
        ("FSIZE", limits["disk"]),
        ("CPU", limits["cpu"]),
        ("AS", limits["memory"]),
        ("CORE", 0),
        ("MSGQUEUE", 0),
        ("SIGPENDING", 256),
        ("MEMLOCK", 0),
    ):
        resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (most, most))
    for capability in range(64):
        LIBC.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP; fails beyond the last one
    header, none = struct.pack("Ii", 0x20080522, 0), bytes(24)
    call("capset", header, none)
    LIBC.prctl(38, 1, 0, 0, 0)  # PR_SET_NO_NEW_PRIVS
    refuse_calls()


# System calls that no notebook needs and that reach around the limits: (x86_64, aarch64).
REFUSED = {
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "pidfd_getfd": (438, 438),
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "mount_setattr": (442, 442),
    "memfd_create": (319, 279),  # memory that no limit counts
    "memfd_secret": (447, 447),
    "shmget": (29, 194),
    "msgget": (68, 186),
    "semget": (64, 190),
    "mq_open": (240, 180),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "inotify_init1": (294, 26),  # a few of these are all that a user has
    "inotify_init": (253, None),
    "fanotify_init": (300, 262),
}
SOCKETS = {"socket": (41, 198), "socketpair": (53, 199)}
MACHINES = {"x86_64": (0, 0xC000003E, 56), "aarch64": (1, 0xC00000B7, 220)}


def refuse_calls():
    """A filter: no call above, no new user namespace, no socket but those within the machine; clone3 does not exist."""
    column, architecture, clone = MACHINES[os.uname().machine]
    load, equal, at_least, any_bit, give = 0x20, 0x15, 0x35, 0x45, 0x06
    denied, absent, no_family, killed, allowed = 0x50001, 0x50026, 0x50061, 0x80000000, 0x7FFF0000
    numbers = [row[column] for row in REFUSED.values() if row[column] is not None]
    program = [
        (load, 0, 0, 4),
        (equal, 1, 0, architecture),
        (give, 0, 0, killed),
        (load, 0, 0, 0),
        (at_least, 0, 1, 0x40000000),  # the x32 calls
        (give, 0, 0, denied),
    ]
    for number in numbers:
        program += [(equal, 0, 1, number), (give, 0, 0, denied)]
    for row in SOCKETS.values():  # loads the family, so a call that is one of these is decided here
        program += [(equal, 0, 4, row[column]), (load, 0, 0, 16), (equal, 1, 0, socket.AF_UNIX)]
        program += [(give, 0, 0, no_family), (give, 0, 0, allowed)]
    program += [
        (equal, 0, 1, 435),
        (give, 0, 0, absent),
        (equal, 0, 3, clone),
        (load, 0, 0, 16),
        (any_bit, 0, 1, NEWUSER),
        (give, 0, 0, denied),
        (give, 0, 0, allowed),
    ]
    code = b"".join(struct.pack("HBBI", *line) for line in program)
    buffer = ctypes.create_string_buffer(code)
    filter_ = struct.pack("HxxxxxxQ", len(program), ctypes.addressof(buffer))
    call("prctl", 22, 2, filter_, 0, 0)  # PR_SET_SECCOMP, SECCOMP_MODE_FILTER


# ---- the student's code -------------------------------------------------------------------------------------


def student(channel, shell, limits):
    """Run the cells, then answer calls until the parent hangs up."""
    lines = channel.makefile("rb")

    def say(message):
        channel.sendall(json.dumps(message).encode() + b"\n")

    try:
        if limits["isolated"]:
            lock_in(limits)
    except (OSError, KeyError, ValueError) as error:
        say({"end": f"sandbox: {error}"})
        return
    say({"walls": True})  # from here on no word of this process is believed about the sandbox itself
    job = json.loads(lines.readline())
    import numpy as np

    from bcs_helpers import classroom

    sys.path.insert(0, "")  # as in Jupyter: a notebook may write a module and import it
    random.seed(0)
    np.random.seed(0)  # noqa: NPY002 — for students who draw from it
    classroom._inputs.update({name: decode(case) for name, case in job["inputs"].items()})
    cells = list(enumerate(zip(job["cells"], job["modes"], strict=True)))
    for _ in range(ROUNDS):
        again = []
        for number, (source, mode) in cells:
            say({"cell": number})
            error = run_cell(shell, source, mode)
            if isinstance(error, NameError):
                again.append((number, (source, mode)))
            elif isinstance(error, ModuleNotFoundError):
                say({"missing": str(error.name)})
        if len(again) == len(cells):
            break
        cells = again  # a cell that stands before what it uses was run later by its author
    say({"ran": True})
    while line := lines.readline():
        request = json.loads(line)
        say(answer(shell, request["call"], decode(request["inputs"])))


ROUNDS = 4
BODY = re.compile(r"\s*%%(?:time|timeit|capture|prun|debug)\b[^\n]*\n(?=.*\S)", re.DOTALL)  # around ordinary code
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)
ASSIGNMENTS = (ast.Assign, ast.AnnAssign)
WORK = (ast.Call, ast.Await, ast.Yield, ast.YieldFrom, ast.ListComp, ast.SetComp, ast.DictComp, ast.Pow)


def run_cell(shell, source, mode):
    """Run a cell, or (mode "definitions") what it defines; the error where there is one, else None.

    Where a statement fails, those after it are run all the same: a cell may be many, merged.
    """
    if mode == "skip":
        return None
    source = BODY.sub("#\n", source, count=1) if BODY.match(source) else source
    if mode == "definitions":
        nodes = [node for node in _statements(shell, source) if _defines(node)]
        for node in nodes:
            shell.run_cell(ast.unparse(node), silent=True)
        return None
    first = None
    while source:
        result = shell.run_cell(source, silent=True)
        if result.error_before_exec or result.error_in_exec is None:
            return first or result.error_before_exec
        first = first or result.error_in_exec
        source = _after(shell, source, _line_of(result.error_in_exec))
    return first


def _statements(shell, source):
    try:
        return ast.parse(shell.transform_cell(source)).body
    except SyntaxError:
        return []


def _after(shell, source, line):
    """The statements that begin after a line, each on its own line still; empty where there are none."""
    starts = [
        min([node.lineno, *(decorator.lineno for decorator in getattr(node, "decorator_list", ()))])
        for node in _statements(shell, source)
    ]
    later = [start for start in starts if start > line > 0]
    if not later:
        return ""
    lines = shell.transform_cell(source).split("\n")
    return "#\n" * (later[0] - 1) + "\n".join(lines[later[0] - 1 :])


def _defines(node):
    """A definition, an import, or a constant: nothing that could take long."""
    plain = isinstance(node, ASSIGNMENTS) and not any(isinstance(part, WORK) for part in ast.walk(node))
    return plain or isinstance(node, DEFINITIONS)


def _line_of(error):
    """The line of the cell at which it stopped; 0 where it is not known."""
    step = error.__traceback__
    while step and "ipython-input" not in step.tb_frame.f_code.co_filename:
        step = step.tb_next
    return step.tb_lineno if step else 0


def answer(shell, name, inputs):
    """What the function of that name returns, as plain data."""
    function = shell.user_ns.get(name)
    if function is None:
        return {"nothing": True}
    if not callable(function):
        return {"not": "a function", "what": type(function).__name__}
    try:
        return plain(function(*inputs))
    except BaseException as error:
        cell = getattr(getattr(function, "__code__", None), "co_filename", None)
        own = [step.lineno for step in traceback.extract_tb(error.__traceback__) if step.filename == cell]
        return {"error": type(error).__name__, "text": str(error)[:300], "line": own[-1] if own else 0}


def plain(value):
    """A number, an array or a nested list of numbers as base64 with dtype and shape; else what it is not."""
    import numpy as np

    if value is None:
        return {"nothing": True}
    refused = {"not": "a number", "what": type(value).__name__}
    if isinstance(value, str | bytes | dict | set) or callable(value):
        return refused
    array = np.asarray(value)
    if array.dtype.kind not in "biufc":
        return refused
    array = np.asarray(array, "<c16" if array.dtype.kind == "c" else "<f8", order="C")
    data = base64.b64encode(array.tobytes()).decode()
    return {"array": data, "dtype": array.dtype.str, "shape": list(array.shape)}


def decode(value):
    """The inputs as the parent encoded them (marking.encode)."""
    import numpy as np

    if isinstance(value, list):
        return [decode(v) for v in value]
    if not isinstance(value, dict):
        return value
    if "tuple" in value:
        return tuple(decode(v) for v in value["tuple"])
    if "complex" in value:
        return complex(*value["complex"])
    if "dict" in value:
        return {decode(k): decode(v) for k, v in value["dict"]}
    return np.frombuffer(base64.b64decode(value["array"]), value["dtype"]).reshape(value["shape"]).copy()


if __name__ == "__main__":
    main()
