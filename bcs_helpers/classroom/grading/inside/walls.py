"""The walls around a student's code (Linux): namespaces, a private folder, limits, a filter of system calls."""

import ctypes
import errno
import os
import resource
import signal
import socket
import struct

LIBC = ctypes.CDLL(None, use_errno=True)
# linux/prctl.h, linux/sched.h, sys/mount.h
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 1, 4, 22, 24, 38
NEWNS, NEWUTS, NEWIPC, NEWUSER, NEWPID = 0x20000, 0x4000000, 0x8000000, 0x10000000, 0x20000000
RDONLY, NOSUID, NODEV, REC, PRIVATE = 1, 2, 4, 0x4000, 0x40000
FILES = 64  # open at once: each may be a socket that holds half a megabyte which nobody counts


def call(name, *arguments):
    """A function of the C library; OSError where it fails."""
    plain = [a.encode() if isinstance(a, str) else a for a in arguments]
    if getattr(LIBC, name)(*plain) < 0:
        raise OSError(ctypes.get_errno(), f"{name}: {os.strerror(ctypes.get_errno())}")


def die_with_parent():
    """Let the kernel end this process when its parent ends."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def dumpable():
    """Let this process write its own /proc/self after it has changed its user."""
    LIBC.prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)


def own_namespaces():
    """Users, processes and shared memory of its own for the next child."""
    uid, gid = os.getuid(), os.getgid()
    call("unshare", NEWUSER | NEWPID | NEWIPC | NEWUTS)
    for name, text in (("setgroups", "deny"), ("uid_map", f"{uid} {uid} 1"), ("gid_map", f"{gid} {gid} 1")):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)


def lock_in(limits):
    """No /proc, a private folder of limited size, limits on everything, no privileges, fewer system calls."""
    with open("/proc/self/oom_score_adj", "w") as file:
        file.write("1000")  # where memory runs out, this goes first, and never the warm process
    limit_resources(limits)
    private_places(limits)
    give_up_privileges()
    refuse_calls()


def private_places(limits):
    """A folder to write in and shared memory, of limited size and gone with this process; /proc is empty."""
    call("unshare", NEWNS)
    call("mount", None, "/", None, ctypes.c_ulong(REC | PRIVATE), None)
    for place, more, size in (
        (os.environ["HOME"], 0, limits["disk"]),
        ("/dev/shm", 0, limits["disk"] // 4),
        ("/proc", RDONLY, 4096),
    ):
        options = f"size={size},nr_inodes=4096,mode=700"
        call("mount", "tmpfs", place, "tmpfs", ctypes.c_ulong(NOSUID | NODEV | more), options)
    os.chdir(os.environ["HOME"])


def limit_resources(limits):
    """What one process may use; of addresses as much more as the loaded libraries have taken already."""
    with open("/proc/self/statm", "rb") as line:
        taken = int(line.read().split()[0]) * resource.getpagesize()
    for name, most in (
        ("NPROC", limits["processes"]),
        ("NOFILE", FILES),
        ("FSIZE", limits["disk"]),
        ("CPU", limits["cpu"]),
        ("AS", limits["memory"] + taken),
        ("CORE", 0),
        ("MSGQUEUE", 0),
        ("SIGPENDING", 256),
        ("MEMLOCK", 0),
    ):
        resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (most, most))


def give_up_privileges():
    """No capability, now or later."""
    for capability in range(64):
        LIBC.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)  # fails beyond the last one
    call("capset", struct.pack("Ii", 0x20080522, 0), bytes(24))
    LIBC.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)


# ---- the filter of system calls -----------------------------------------------------------------------------

SHARED, ANONYMOUS, SNDBUF, SNDBUFFORCE, SETPIPE_SZ = 0x01, 0x20, 7, 32, 1031
# Which calls are refused, with which answer, and (argument, test, number) where only some of them are.
REFUSED = [
    # another process, or the kernel's own workings
    *((name, errno.EPERM) for name in ("ptrace", "process_vm_readv", "process_vm_writev", "pidfd_getfd")),
    *((name, errno.EPERM) for name in ("bpf", "perf_event_open", "userfaultfd", "io_uring_setup")),
    *((name, errno.EPERM) for name in ("add_key", "request_key", "keyctl")),
    # other walls than these
    *((name, errno.EPERM) for name in ("unshare", "setns", "mount", "umount2", "pivot_root", "chroot")),
    *((name, errno.EPERM) for name in ("open_tree", "move_mount", "fsopen", "mount_setattr")),
    ("clone", errno.EPERM, (0, "&", NEWUSER)),
    ("clone3", errno.ENOSYS),  # its flags lie in memory, where a filter cannot look; without it, clone is used
    # memory that no limit counts
    *((name, errno.EPERM) for name in ("memfd_create", "memfd_secret", "shmget", "msgget", "semget", "mq_open")),
    ("mmap", errno.EPERM, (3, "&", SHARED), (3, "&", ANONYMOUS)),
    ("vmsplice", errno.EPERM),
    ("setsockopt", 0, (1, "==", socket.SOL_SOCKET), (2, "==", SNDBUF)),
    ("setsockopt", 0, (1, "==", socket.SOL_SOCKET), (2, "==", SNDBUFFORCE)),
    ("fcntl", errno.EPERM, (1, "==", SETPIPE_SZ)),
    # what all processes of a user share
    *((name, errno.EPERM) for name in ("inotify_init", "inotify_init1", "fanotify_init")),
    ("setsid", 0),  # a session of its own has a share of the CPU of its own; whoever asks is told that it has one
    # the world outside
    ("socket", errno.EAFNOSUPPORT, (0, "!=", socket.AF_UNIX)),
    ("socketpair", errno.EAFNOSUPPORT, (0, "!=", socket.AF_UNIX)),
]
# asm/unistd.h: the number of each call on x86_64, on aarch64; None where there is none
NUMBERS = {
    "add_key": (248, 217),
    "bpf": (321, 280),
    "chroot": (161, 51),
    "clone": (56, 220),
    "clone3": (435, 435),
    "fanotify_init": (300, 262),
    "fcntl": (72, 25),
    "fsopen": (430, 430),
    "inotify_init": (253, None),
    "inotify_init1": (294, 26),
    "io_uring_setup": (425, 425),
    "keyctl": (250, 219),
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "mmap": (9, 222),
    "mount": (165, 40),
    "mount_setattr": (442, 442),
    "move_mount": (429, 429),
    "mq_open": (240, 180),
    "msgget": (68, 186),
    "open_tree": (428, 428),
    "perf_event_open": (298, 241),
    "pidfd_getfd": (438, 438),
    "pivot_root": (155, 41),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "ptrace": (101, 117),
    "request_key": (249, 218),
    "semget": (64, 190),
    "setns": (308, 268),
    "setsid": (112, 157),
    "setsockopt": (54, 208),
    "shmget": (29, 194),
    "socket": (41, 198),
    "socketpair": (53, 199),
    "umount2": (166, 39),
    "unshare": (272, 97),
    "userfaultfd": (323, 282),
    "vmsplice": (278, 75),
}
MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}  # column above, linux/audit.h
LOAD, EQUAL, AT_LEAST, ANY_BIT, GIVE = 0x20, 0x15, 0x35, 0x45, 0x06  # linux/bpf_common.h
ERRNO, KILL, ALLOW = 0x50000, 0x80000000, 0x7FFF0000  # linux/seccomp.h
NUMBER, ARCHITECTURE, ARGUMENTS = 0, 4, 16  # where they lie in struct seccomp_data


def program(machine):
    """The filter as lines (code, jump if true, jump if false, number) for a machine. KeyError for one not known."""
    column, architecture = MACHINES[machine]
    lines = [
        (LOAD, 0, 0, ARCHITECTURE),
        (EQUAL, 1, 0, architecture),  # the same call has another number in another dialect
        (GIVE, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER),
        (AT_LEAST, 0, 1, 0x40000000),  # the x32 dialect
        (GIVE, 0, 0, ERRNO | errno.EPERM),
    ]
    for name, answer, *conditions in REFUSED:
        if NUMBERS[name][column] is not None:
            lines += _rule(NUMBERS[name][column], ERRNO | answer, conditions)
    return [*lines, (GIVE, 0, 0, ALLOW)]


def _rule(number, answer, conditions):
    """The answer, if it is this call and all conditions hold; else go on behind these lines."""
    length = 2 + 2 * len(conditions) + 1
    lines = [(LOAD, 0, 0, NUMBER), (EQUAL, 0, length - 2, number)]
    for argument, test, value in conditions:
        away = length - len(lines) - 2
        lines.append((LOAD, 0, 0, ARGUMENTS + 8 * argument))
        lines.append(
            {"==": (EQUAL, 0, away, value), "!=": (EQUAL, away, 0, value), "&": (ANY_BIT, 0, away, value)}[test]
        )
    return [*lines, (GIVE, 0, 0, answer)]


def refuse_calls():
    """Install the filter, for this process and all that it starts."""
    lines = program(os.uname().machine)
    buffer = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *line) for line in lines))
    filter_ = struct.pack("HxxxxxxQ", len(lines), ctypes.addressof(buffer))
    call("prctl", PR_SET_SECCOMP, 2, filter_, 0, 0)  # SECCOMP_MODE_FILTER
