"""Does a test notice when a single rule falls? Each mutation takes one away; the tests beside it should fail.

    python -m tests.mutations                all; exit code 1 where one survives
    python -m tests.mutations sandbox.py     those whose file's path holds this word, or one of several
    python -m tests.mutations --list         what there is

A mutation is a file, a text that occurs in it once, the text in its place, and the tests to run (arguments of pytest).
Everything happens in a copy: the files of this folder are not touched. Not collected by pytest; CI runs it at night.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[1]
GRADING = "bcs_helpers/classroom/grading/"
FILTER = "tests/test_walls.py -k filter_says"
RUNNING = "tests/test_walls.py -k rooms_of_its_own"
RIGHTS = "tests/test_walls.py -k no_rights"
WRITES = "tests/test_walls.py -k can_write_to"
LIMIT = "tests/test_walls.py -k limits_of_a_process"
SEEN = "tests/test_walls.py -k 'seen or covered or second_name or covers'"


@dataclass(frozen=True)
class Mutation:
    """A rule that is taken away, and the tests that should notice."""

    file: str
    old: str
    new: str
    tests: str

    def __str__(self):
        return f"{self.file}: {' '.join(self.old.split())[:70]!r} → {' '.join(self.new.split())[:30]!r}"


def _of(file, tests, *changes):
    return [Mutation(file, old, new, tests) for old, new in changes]


MUTATIONS = [
    # the filter of system calls
    *_of(
        GRADING + "inside/walls.py",
        FILTER,
        ('("ptrace", "process_vm_readv"', '("process_vm_readv"'),
        ('"request_key", "keyctl")', '"request_key")'),
        ('"userfaultfd", "io_uring_setup")', '"userfaultfd")'),
        ('("memfd_create", "memfd_secret"', '("memfd_secret"'),
        ('    ("clone", errno.EPERM, (0, "&", NEWUSER)),\n', ""),
        ('    ("clone3", errno.ENOSYS),', "#"),
        ('    ("mmap", errno.EPERM, (3, "&", SHARED), (3, "&", ANONYMOUS)),\n', ""),
        ('    ("vmsplice", errno.EPERM),\n', ""),
        ('    ("setsockopt", 0, (1, "==", socket.SOL_SOCKET), (2, "==", SNDBUF)),\n', ""),
        ('    ("setsockopt", 0, (1, "==", socket.SOL_SOCKET), (2, "==", SNDBUFFORCE)),\n', ""),
        ('    ("fcntl", errno.EPERM, (1, "==", SETPIPE_SZ)),\n', ""),
        ('    ("setsid", 0),', "#"),
        ('    ("socket", errno.EAFNOSUPPORT, (0, "!=", socket.AF_UNIX)),\n', ""),
        ('    ("socketpair", errno.EAFNOSUPPORT, (0, "!=", socket.AF_UNIX)),\n', ""),
    ),
    *_of(
        GRADING + "inside/walls.py",
        "tests/test_walls.py -k 'dialects or kernels'",
        ("(EQUAL, 1, 0, architecture),", "(EQUAL, 1, 1, architecture), "),
        ("0x40000000", "0x7fffffff"),
        ('"ptrace": (101, 117)', '"ptrace": (102, 117)'),
        ('"keyctl": (250, 219)', '"keyctl": (250, 218)'),
    ),
    # rooms, rights, limits
    *_of(
        GRADING + "sandbox.py",
        RUNNING,
        ('"--unshare-pid", ', ""),
        ('"--unshare-net", ', ""),
        ('"--unshare-ipc", ', ""),
        ('"--unshare-uts", "--hostname", "sandbox"', ""),
    ),
    *_of(
        GRADING + "inside/walls.py",
        RUNNING,
        ("NEWUSER | NEWPID | NEWIPC | NEWUTS", "NEWUSER | NEWPID | NEWUTS"),
        ("NEWUSER | NEWPID | NEWIPC | NEWUTS", "NEWUSER | NEWPID | NEWIPC"),
    ),
    *_of(
        GRADING + "inside/walls.py",
        RIGHTS,
        ("        LIBC.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)", "        pass"),
        ('    call("capset", struct.pack("Ii", 0x20080522, 0), bytes(24))\n', ""),
        ('file.write("1000")', 'file.write("0")'),
    ),
    Mutation(GRADING + "inside/warm.py", "isolated and os.getuid() == 0", "False", RIGHTS),
    *_of(
        GRADING + "inside/walls.py",
        WRITES,
        ('        ("/dev/shm", 0, limits["disk"] // 4),\n', ""),
        ('        ("/proc", RDONLY, 4096),\n', ""),
        ("NOSUID | NODEV | more", "NOSUID | more"),
        ("NOSUID | NODEV | more", "NODEV | more"),
        (",nr_inodes=4096", ""),
        ("size={size},", ""),
    ),
    *_of(GRADING + "sandbox.py", WRITES, ('"--remount-ro", "/", ', "")),
    *_of(GRADING + "places.py", WRITES, ('DEVICES = ("null",', 'DEVICES = ("null", "zero",')),
    *_of(
        GRADING + "inside/walls.py",
        LIMIT,
        ('        ("NPROC", limits["processes"]),\n', ""),
        ('        ("NOFILE", FILES),\n', ""),
        ('        ("FSIZE", limits["disk"]),\n', ""),
        ('        ("CPU", limits["cpu"]),\n', ""),
        ('        ("AS", limits["memory"] + taken),\n', ""),
        ('        ("CORE", 0),\n', ""),
        ('        ("MSGQUEUE", 0),\n', ""),
        ('        ("SIGPENDING", 256),\n', ""),
        ('        ("MEMLOCK", 0),\n', ""),
        ("(most, most)", "(most, resource.getrlimit(getattr(resource, f'RLIMIT_{name}'))[1])"),
    ),
    # what is seen
    *_of(
        GRADING + "places.py",
        SEEN,
        ("    covered += [path for path in kept if any(", "    [path for path in kept if any("),
        ("    covered = [path for site in sites for path in _ours(site)]\n", "    covered = []\n"),
        ("entry.name in names or entry.name.startswith(OURS) or ", ""),
        ("                yield Path(entry.path)", "                pass\n    yield from ()"),
        ("        if folder := secret.get((status.st_dev, status.st_ino)):", "        if folder := None:"),
        ("            yield from _folders(folder)\n", ""),
        ("            if _below(path, place.resolve()) and not hidden(path):", "            if False:"),
        ('words += ["--ro-bind", str(empty)', 'words += ["--bind", str(empty)'),
    ),
    Mutation(GRADING + "sandbox.py", "and not seen(name)]", "and False]", SEEN),
    *_of(
        GRADING + "inside/warm.py",
        "tests/test_walls.py -k 'painted or tables'",
        ("    make_tables()\n", ""),
        ("    draw_nothing()\n", ""),
    ),
    # memory and turns
    *_of(
        GRADING + "inside/guard.py",
        "tests/test_walls.py -k counted_over",
        ('limits["counted"] and memory_used', 'False and memory_used'),
    ),
    *_of(
        GRADING + "account.py",
        "tests/test_walls.py -k 'group or controller or refused'",
        ('        (group / "memory.max").write_text(str(limits.memory + WARM))\n', ""),
        ('            (group / "memory.swap.max").write_text("0")\n', "            pass\n"),
        ('        (group / "pids.max").write_text(str(limits.processes + GUARDS))\n', ""),
        ('if "memory" in (mount / "cgroup.controllers").read_text().split():', "if True:"),
        ("                left.rmdir()", "                pass"),
    ),
    *_of(
        GRADING + "job.py",
        "tests/test_walls.py -k refused_is_told",
        ('"memory" if self._killed() > self._before else ', ""),
    ),
    *_of(
        GRADING + "sandbox.py",
        "tests/test_walls.py -k 'killed_runs or begins_nothing'",
        ("                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)", "                pass"),
        ("                shutil.rmtree(old, ignore_errors=True)\n", ""),
        (" or time() - old.stat().st_mtime < YOUNG", ""),
        ("    fcntl.flock(lock, fcntl.LOCK_SH)\n", ""),
        ("            self.closed = True\n", "            pass\n"),
    ),
    *_of(
        GRADING + "turns.py",
        "tests/test_walls.py -k 'together or between or alone'",
        ("fcntl.LOCK_SH", "fcntl.LOCK_EX"),
        ('_locked("door", fcntl.LOCK_EX), _locked("room", fcntl.LOCK_EX)', '_locked("door", fcntl.LOCK_EX)'),
    ),
    *_of(
        GRADING + "marking.py",
        "tests/test_walls.py -k 'tried_alone or bring_about or begins_nothing'",
        ("    if neighbours and talk.hurried:", "    if False:"),
        ("    if neighbours and talk.hurried:", "    if talk.hurried:"),
        ('HURRIED = {"time", "late", "killed"}', 'HURRIED = {"late", "killed"}'),
        ("            if self.closed:\n                raise", "            if False:\n                raise"),
    ),
    *_of(
        GRADING + "marking.py",
        "tests/test_grading.py -k costs_its_author_only",
        ("sandboxes.take(new=attempt > 1)", "sandboxes.take()"),
        ("    raise Lost\n", '    raise SandboxError("lost")\n'),
    ),
    *_of(
        GRADING + "workers.py",
        "tests/test_grading.py -k 'went_away or costs_its'",
        ('["went_away", {}], "again": True}', '["went_away", {}]}'),
        ('["sandbox_lost", {}], "again": True}', '["sandbox_lost", {}]}'),
    ),
    # the digest
    *_of(
        GRADING + "digest.py",
        "tests/test_grading.py -k 'marks_again or own_course'",
        ("        waiting += [path.parent / \"__init__.py\", *_imports(path)]\n", ""),
        ("            node.value = \"\"\n", "            pass\n"),
        (", *physics])", "])"),
        ('SEEN_ONLY = {"explore", "figures", "panel", "words"}', "SEEN_ONLY = set()"),
        ('    named |= {f"a row', '    _ = {f"a row'),
    ),
    *_of(
        GRADING + "grading.py",
        "tests/test_grading.py -k question_changes",
        ("json.dumps([code_digest(), ", "json.dumps([")
    ),
    # what is read, and what is written
    *_of(
        GRADING + "inside/codec.py",
        "tests/test_grading.py -k 'deserves and (huge or nested or text or dimensions)'",
        ("len(data) > MOST or ", ""),
        ("len(shape) > 8", "len(shape) > 80"),
        ('    if array.dtype.kind not in "biufc":\n        raise TypeError("not numbers")\n', ""),
    ),
    # whose it is, which counts, what is told
    *_of(
        GRADING + "collect.py",
        "tests/test_collect.py",
        ("            if people and all(count[key] == 1 for key in people):", "            if people:"),
        ("                if left < 0:", "                if False:"),
        ("            if count > EACH:", "            if False:"),
        ("    if 2 * sum(seen[token] > 1 for token in tokens) >= len(tokens):", "    if False:"),
        ("people[id(f)] == 2 and many >= direct", "people[id(f)] == 2"),
        ("choices = [name] if count[name] == 1 or", "choices = [name] if True or"),
    ),
    *_of(
        GRADING + "tree.py",
        "tests/test_collect.py",
        ("is_symlink():\n                entry.kind = \"link\"", "is_symlink():\n                continue"),
        ("                entry.kind = \"special\"", "                continue"),
        ("    is_link = stat.S_ISLNK(info.external_attr >> 16)", "    is_link = False"),
        ("depth and any(e.name in {\"pyvenv.cfg\"", "False and any(e.name in {\"pyvenv.cfg\""),
        ("budget = CLASS // 2 if depth == 0 else STUDENT", "budget = CLASS"),
        ("info.flag_bits & 0x800 or info.orig_filename.isascii()", "True"),
    ),
    *_of(
        GRADING + "names.py",
        "tests/test_collect.py",
        ('("gb18030", "big5",', '("big5", "gb18030",'),
        ("- 6 * (after and before)", ""),
        ("複製|复制", "复制"),
        ("[(（\\[［【]", "[(]"),
        ("    mixed = any(", "    mixed = False and any("),
    ),
    *_of(
        GRADING + "choose.py",
        "tests/test_choose.py",
        ("            if file := own.book(notebook.cells):", "            if file := \"\":"),
        ("worth = lambda s: s.chapters[chapter][:2]", "worth = lambda s: s.chapters[chapter][:1]"),
        ("chapters[chapter] = (standing, not", "chapters[chapter] = (0, not"),
        ("    if 0 not in uploads and", "    if False and"),
        ("    if () not in times and", "    if False and"),
        ("    if seen.cells == best.cells:", "    if False:"),
    ),
    *_of(
        GRADING + "reading.py",
        "tests/test_choose.py",
        ("or 2 * len(names) >= len(course.tasks(c))", ""),
        ("or 2 * len(names) >=", "or 9 * len(names) >="),
        ("        elif asked := own.asks(text):\n            question, marked = asked, False\n", ""),
        ("            loose.append((number, answer[:LONGEST]))", "            pass"),
    ),
    *_of(
        GRADING + "roster.py",
        "tests/test_collect.py -k roster",
        ("if len(numbers) == 1}", "}"),
        ("            if len({way for way, *_ in places}) == 1:", "            if True:"),
        ("                if person and person not in taken:", "                if person:"),
    ),
    *_of(
        GRADING + "attempts.py",
        "tests/test_attempts.py -k 'attempted or failed_first or through_an_error'",
        ("if words and isinstance(name, str) and FILE.fullmatch(name) and any(name in cell for cell in cells):",
         "if words and isinstance(name, str):"),
        ("if c in FULL_WIDTH]", "if c in {}]"),
        ('    if why in ("printed", "none"):', "    if False:"),
    ),
    *_of(
        GRADING + "follow_on.py",
        "tests/test_attempts.py -k 'stub or none_of_the_earlier'",
        ("name not in self.names or ", ""),
        ("self.calls < 0 or ", ""),
        (" or self.left <= 0", ""),
        ("    if len(json.dumps([inputs, named])) > INPUTS:", "    if False:"),
        (" and states[task.name] in {WRONG, BROKEN}", ""),
    ),
    *_of(
        GRADING + "workers.py",
        "tests/test_collect.py -k away_for_a_moment",
        ("return away() if data is None else", "return"),
    ),
    *_of(
        "bcs_helpers/classroom/answers.py", "tests/test_grading.py -k own_largest", ("1e-3 * scale", "1e-2 * scale")
    ),
    # physics: a constant, a sign, a boundary, a check
    *_of(
        "bcs_helpers/gap.py",
        "tests/test_gap.py -k 'limits_at'",
        ("GAP_OVER_TC = np.pi * np.exp(-np.euler_gamma)", "GAP_OVER_TC = 1.764"),
        ("Delta = np.where(T < Tc, Delta0, 0.0)", "Delta = np.where(T <= Tc, Delta0, 0.0)"),
    ),
    Mutation("bcs_helpers/response.py", "(_case(case) == 2)", "(_case(case) == 1)", "tests/test_response.py -k factor"),
    Mutation("bcs_helpers/_numerics/roots.py", "    _verify(found.success, found.x)\n", "", "tests/test_numerics.py"),
    *_of(
        "bcs_helpers/_arguments.py",
        "tests/test_arguments.py -k 'gap.gap or outside_the_domain or single or not_broadcast and gap'",
        ("    _refuse_what_would_be_lost(name, value)\n    try", "    try"),
        ("(low >= 0) & (high <= 1)", "(low >= 0) & (high <= 2)"),
        ("        if x.ndim:\n            raise", "        if x.size > 1:\n            raise"),
        ("        broadcast_shape(**self.arrays)\n", ""),
    ),
    *_of(
        "bcs_helpers/strong_coupling.py",
        "tests/test_strong_coupling.py -k 'meets_every or meet_every or by_hand or conditions'",
        ("_exp_minus(1.04 * (1 + coupling)", "_exp_minus(1.05 * (1 + coupling)"),
        ("(1.82 * (1 + 6.3 * mu_star)", "(1.83 * (1 + 6.3 * mu_star)"),
        ('require(E_F >= omega_D, "E_F', 'require(E_F > 0, "E_F'),
    ),
    *_of(
        "bcs_helpers/finite.py",
        "tests/test_finite.py -k 'exact_reference or bcs_reference or bad_arguments'",
        ("- G * pairs - gain", "- G * pairs + gain"),
        ("if most is not None and levels.size > most", "if False"),
        ("x - G * x / (2 * E) - np.abs(y)", "x - np.abs(y)"),
    ),
    *_of(
        "bcs_helpers/chain.py",
        "tests/test_chain.py -k 'single_site or gap_equation'",
        ("1 - (u * u - v * v) @", "1 + (u * u - v * v) @"),
        ("if np.max(np.abs(F)) < 1e-9:", "if False:"),
    ),
    *_of(
        "bcs_helpers/eliashberg.py",
        "tests/test_eliashberg.py tests/test_real_axis.py -k 'by_hand or does_not_fit'",
        ("LEAD_MU_STAR = 0.131", "LEAD_MU_STAR = 0.13"),
        ("8.5 * meV, 0.5 * meV", "8.5 * meV, 0.6 * meV"),
    ),
    *_of("bcs_helpers/vortex.py", "tests/test_vortex.py -k core", ("np.eye(points)[0], D[-1]", "D[0], D[-1]")),
    # a fact that stands in two places
    *_of(
        "bcs_helpers/classroom/course/05_gap_equation.py",
        "tests/test_tasks.py -k 'headings or map or every_problem'",
        ('title="Where the gap closes"', 'title="Where a gap closes"'),
        ('problem="1096866", points=', 'problem="1096853", points='),
        ("points=3, minutes=20", "points=4, minutes=20"),
        ("points=3, minutes=20", "points=3, minutes=25"),
    ),
    Mutation("solutions/05_gap_equation.py", "and one question", "and 2 questions", "tests/test_tasks.py -k headings"),
    Mutation("exercises/05_gap_equation.py", "and one question", "and 2 questions", "tests/test_tasks.py -k headings"),
    Mutation("README.md", "05 Solve the gap equation |", "05 Solve a gap equation |", "tests/test_tasks.py -k map"),
    Mutation("docs/textbook.toml", 'number = "1096866"', 'number = "1096865"', "tests/test_tasks.py -k every_problem"),
    # answers in words: what readers gave, and the letters of tables
    *_of(
        GRADING + "manual.py",
        "tests/test_manual.py -k 'merged or disagree'",
        ("if told is None or given.points is not None:", "if told is None:"),
        ("    if any(row.answer == answer for row", "    if False and any(row.answer == answer for row"),
        ("            yield max(same, key=lambda row: row.time)", "            yield from same"),
        ("    if len({row.points for row in valued}) > 1:", "    if False:"),
    ),
    *_of(
        GRADING + "tables.py",
        "tests/test_manual.py -k 'chinese or western or guessed'",
        ("    if -best[0] <= 0 or best[0] == second[0]:", "    if False:"),
        ("if encoding := _utf_16(data):", 'if encoding := "":'),
        ("prior = 3.5 *", "prior = 0 *"),
        ("+ 2 * len(WRITTEN.findall(text))", ""),
        ('    if any(re.search(rb"', '    if False and any(re.search(rb"'),
        ('return "\\ufeff" + table(rows)', "return table(rows)"),
    ),
    # the page on which they are read
    *_of(
        GRADING + "rendering.py",
        "tests/test_readers.py -k 'can_act or holds_alone or no_tag_of or are_rendered'",
        ("return _cleaner().clean(html)", "return html"),
        ('return value if value.startswith("pictures/") and', "return value if True or"),
        ("or not name else escape(found[0])", 'or not name else ""'),
        ("if len(source) > FORMULA or _depth(source) > DEEP:", "if True:"),
    ),
    *_of(
        GRADING + "pictures.py",
        "tests/test_readers.py -k 'sane_size or pasted or any_form'",
        ("    if len(data) > 4 * LARGEST // 3:", "    if False:"),
        ("return picture if 0 < width * height <= PIXELS else None", "return picture"),
        (', formats=[KINDS[name.rpartition(".")[2]]]', ""),
        ('errors="replace"))', "))"),
    ),
    *_of(
        GRADING + "readers.py",
        "tests/test_readers.py -k 'one_where_it_can or says_so or order_does_not'",
        ("key=lambda name: _mixed(secret, name))", ")"),
        ("sorted(alike.items(), key=mixed)", "sorted(alike.items())"),
        ("            old.unlink()", "            pass"),
        ("if len(questions) >= EACH * readers else", "if True else"),
    ),
    *_of(
        GRADING + "templates/answers.html",
        "tests/test_readers.py -k slip_through",
        ("script-src '{{ script_hash }}'", "script-src 'unsafe-inline'"),
        ("img-src 'self' file:", "img-src *"),
    ),
    *_of(
        GRADING + "templates/answers.js",
        "tests/test_readers.py -k 'by_keyboard or keeps_nothing'",
        ("if (current.has(key) && current.get(key) !==", "if (false && current.get(key) !=="),
        ("  put(KEY + key, JSON.stringify(entry));", ""),
        (r"safe = /^[=+\-@", r"safe = /^[+\-@"),
        ("function put(key, value) {\n  try {", "function put(key, value) {\n  return; try {"),
    ),
    # policies, points, times
    *_of(
        GRADING + "policy.py",
        "tests/test_policy.py -k 'wrong_in_the_file or example or selection'",
        ("            if key not in keys:\n", "            if False:\n"),
        ("        if not fits[kind]:\n", "        if False:\n"),
        ("row.name not in self.leave_out and (not", "(not"),
        ("        if slip not in slips:\n", "        if False:\n"),
    ),
    *_of(
        GRADING + "points.py",
        "tests/test_policy.py -k 'worth or days_with or extensions or instructors or shares'",
        ("max(shares, key=lambda found: found[0], default=(0, None))", "next(iter(shares), (0, None))"),
        ("            if policy.package_calls == REFUSE:\n", "            if False:\n"),
        ("policy.slips.get((row.name, name), policy.known_slips)", "policy.known_slips"),
        ("min(begun * policy.penalty, policy.most)", "begun * policy.penalty"),
        ("    if late <= policy.grace:\n", "    if False:\n"),
        ("    due = due + more if isinstance(more, timedelta) else more or due\n", ""),
        ("                if given is not None:\n", "                if False:\n"),
    ),
    *_of(
        GRADING + "received.py",
        "tests/test_policy.py -k 'platforms_write_it or canvas_says or archive'",
        ("when is None and policy.zip_times and", "when is None and"),
        ("        hour = hour % 12 + 12\n", "        pass\n"),
        (' and match["late"] for', " for"),
    ),
    # the way back
    *_of(
        GRADING + "gradebook.py",
        "tests/test_gradebook.py",
        ("min(points * self.maximum / total.of, self.maximum)", "points * self.maximum / total.of"),
        ('        return text.replace(".", ",") if self.form.decimal_comma else text\n', "        return text\n"),
        ("            return self.mark + out.getvalue()", "            return out.getvalue()"),
        ("        elif total.points is None:\n", "        elif False:\n"),
        ("    if place is not None and not _is_for_grades(rows, place):\n", "    if False:\n"),
        ("        if (len(found) != 1 or len(rows) < 2) and not times:\n", "        if not found and not times:\n"),
        ("    return None if any(when.fullmatch", "    return None if False and any(when.fullmatch"),
    ),
    *_of(
        GRADING + "ways_back.py",
        "tests/test_ways_back.py -k 'feedback or export'",
        ("        if not class_.has_total(students_by_name[name]):\n", "        if False:\n"),
        ("            path.unlink(missing_ok=True)\n", "            pass\n"),
        ("            if match[\"file\"]:  # files side by side\n", "            if False:\n"),
        ("        cells.insert(0, cell)\n", "        cells.append(cell)\n"),
    ),
    *_of(
        GRADING + "results.py",
        "tests/test_ways_back.py tests/test_policy.py -k 'what_was_set or cap or total'",
        ("    chapters = tuple(told or usual or found)\n", "    chapters = tuple(told or found)\n"),
        ("        return min(self.before_cap, self.policy.cap)\n", "        return self.before_cap\n"),
        ("(self.provisional or not student.waiting)", "True"),
    ),
    # for machines, and for the teacher
    *_of(
        GRADING + "summary.py",
        "tests/test_summary.py -k 'gained or version or changed or needs'",
        ('    if one["digest"] != other["digest"]:\n', "    if False:\n"),
        ('    if not before or before.get("version") != VERSION:\n', "    if not before:\n"),
        ("    if by_hand & {", "    if False and by_hand & {"),
        ('        "to_read": [', '        "to_reed": ['),
    ),
    *_of(
        GRADING + "numbers.py",
        "tests/test_summary.py -k 'discrimination or teach'",
        ("known[:, n], known.sum(axis=1) - known[:, n]", "known[:, n], known.sum(axis=1)"),
        ("FEWEST = 5", "FEWEST = 2"),
        ("            if count[RIGHT] < len(handed_in):\n", "            if True:\n"),
        ("        if times > 1:\n", "        if times > 0:\n"),
    ),
    *_of(
        GRADING + "grading.py",
        "tests/test_summary.py -k 'one_student or minimum or person'",
        (" and only in {None, counts.submission.student}", ""),
        ("    if minimum is not None and (below :=", "    if False and (below :="),
    ),
    *_of(
        "bcs_helpers/classroom/cli.py",
        "tests/test_summary.py -k 'person or fault'",
        ("    return NEEDS_A_PERSON if outcome.needs else 0\n", "    return 0\n"),
        ("NEEDS_A_PERSON, SET_UP = 1, 2", "NEEDS_A_PERSON, SET_UP = 1, 1"),
    ),
]  # fmt: skip


def copied(folder):
    """The files that git knows or would take, in a folder of their own."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)


def outcome(folder, mutation):
    """'killed', 'survived', or what is wrong with the mutation itself."""
    path = folder / mutation.file
    text = path.read_text(encoding="utf-8")
    if text.count(mutation.old) != 1:
        return f"the text occurs {text.count(mutation.old)} times"
    path.write_text(text.replace(mutation.old, mutation.new), encoding="utf-8")
    try:
        done = subprocess.run(
            f"{sys.executable} -m pytest -x -q -p no:cacheprovider -n 0 {mutation.tests}", shell=True, cwd=folder,
            capture_output=True, text=True, timeout=600, env=os.environ | {"PYTHONPATH": str(folder), "CI": "1"},
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return "killed"  # a test that never ends is no green test
    finally:
        path.write_text(text, encoding="utf-8")
    return {0: "survived", 1: "killed"}.get(
        done.returncode, f"pytest ended with {done.returncode}: {done.stdout[-300:]}"
    )


def main(words=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("word", nargs="*", help="only those whose file's path holds one of these")
    parser.add_argument("--list", action="store_true", help="name them, and run none")
    options = parser.parse_args(words)
    chosen = [m for m in MUTATIONS if not options.word or any(word in m.file for word in options.word)]
    if options.list:
        print(*chosen, sep="\n")
        return 0
    counts = {}
    with tempfile.TemporaryDirectory(prefix="bcs-mutations-") as folder:
        copied(Path(folder))
        for tests in dict.fromkeys(mutation.tests for mutation in chosen):  # green before, or red says nothing
            was = outcome(Path(folder), Mutation("pyproject.toml", "[build-system]", "[build-system]", tests))
            if was != "survived":
                print(f"without any mutation: {was}: {tests}")
                return 2
        for mutation in chosen:
            begun = perf_counter()
            was = outcome(Path(folder), mutation)
            counts[was.split(":")[0]] = counts.get(was.split(":")[0], 0) + 1
            print(f"{was:<10} {perf_counter() - begun:6.1f} s  {mutation}", flush=True)
    print(", ".join(f"{count} {was}" for was, count in sorted(counts.items())))
    return int(set(counts) != {"killed"})


if __name__ == "__main__":
    raise SystemExit(main())
