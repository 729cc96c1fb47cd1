"""What to tell whoever has no sandbox: why, and what helps on this system."""

import os
import shutil
import sys
from pathlib import Path

from ...words import say, translate

NEEDED = """bcs grade runs submissions in a sandbox made with bubblewrap, and {why}.
{advice}
--isolation=none marks without walls: submissions then run as you, with all you may do."""
INSTALL = "On Debian and Ubuntu: apt install bubblewrap; elsewhere the package has the same name."
ELSEWHERE = "There is no bubblewrap for Windows and macOS: use WSL, or a Linux machine."
APPARMOR = """This system's AppArmor forbids programs to make user namespaces (Ubuntu from 24.04 on). Permit it to bwrap
with the profile in docs/instructors.md, or to all with: sysctl kernel.apparmor_restrict_unprivileged_userns=0"""
SWITCHED_OFF = "User namespaces are switched off in this system: see /proc/sys/user/max_user_namespaces."
CONTAINER = """This is a container: it must be allowed to make user namespaces and to mount /proc in them. Docker:
--security-opt seccomp=unconfined --security-opt apparmor=unconfined --security-opt systempaths=unconfined"""
PERHAPS = "If this is a container: it must be allowed to make user namespaces and to mount /proc in them."


class SandboxError(Exception):
    """The sandbox cannot be set up; the message says what is missing."""


def needed(why):
    """What to tell whoever has no sandbox: why, and what helps on this system."""
    if sys.platform != "linux":
        advice = ELSEWHERE
    elif shutil.which("bwrap") is None:
        advice = INSTALL
    elif _setting("kernel/apparmor_restrict_unprivileged_userns") == "1":
        advice = APPARMOR
    elif "0" in {_setting("user/max_user_namespaces"), _setting("kernel/unprivileged_userns_clone")}:
        advice = SWITCHED_OFF
    else:
        inside = any(map(os.path.exists, ("/.dockerenv", "/run/.containerenv")))
        advice = CONTAINER if inside else PERHAPS
    return say(NEEDED, why=why, advice=translate(advice))


def _setting(name):
    """What /proc/sys says; empty where it says nothing."""
    try:
        return Path("/proc/sys", name).read_text().strip()
    except OSError:
        return ""
