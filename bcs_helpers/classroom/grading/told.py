"""What is told about a file or a notebook: stored as a key and its fields, turned into a sentence here."""

from ... import words

SENTENCES = {
    # a file that was handed in and is not marked
    "no_notebook": "no notebook (.ipynb) was handed in",
    "link": "it is a link, and links are not followed",
    "special": "it is neither a file nor a folder",
    "empty_folder": "there is nothing in the folder",
    "empty_zip": "there is nothing in the zip",
    "folder_unreadable": "the folder cannot be read ({error})",
    "zip_unreadable": "the zip cannot be read ({error})",
    "file_unreadable": "the file cannot be read ({error})",
    "deep_zip": "it is a zip in a zip in a zip, and was not looked into",
    "long_name": "its name is far too long",
    "many_in_zip": "there are more than {most} files in the zip: those beyond were not looked at",
    "many_in_folder": "there are more than {most} files in the folder: those beyond were not looked at",
    "many_files": "more than {most} notebooks were handed in: this one and those before it were not looked at",
    "much_to_unpack": "the files handed in unpack to more than {megabytes} MB: this one was not looked at "
    "(--largest-megabytes allows more)",
    "too_large": "the file is larger than {megabytes} MB: clear the outputs and hand it in again, or let the "
    "instructor use --largest-megabytes",
    "empty": "the file is empty",
    "too_many_pieces": "the file holds far more pieces than a notebook does: clear the outputs and hand it in again, "
    "or let the instructor use --largest-megabytes",
    "not_json": "the file is not a notebook: it is not JSON",
    "not_a_notebook": "the file is JSON, but not a notebook",
    "much_code": "the notebook holds more than {cells} cells or a megabyte of code",
    "no_chapter": "no function of any task is in it, and its name holds no chapter",
    "other_chapter": "it is of chapter {other}, and only {wanted} is marked here",
    "not_now": "it is not marked yet: this run was for one student only (--only)",
    "went_away": "it went away or changed while the class was marked; the next run tries again",
    "sandbox_lost": "the sandbox was lost twice while it ran, and works without it: run the same command again, or "
    "read it yourself",
    "our_fault": "the grader failed on it ({error}): please mark it by hand, and tell us",
    "worker_lost": "every worker of the cluster that tried it was lost; run the same command again, or without "
    "--scheduler",
    # why a file counts, or does not
    "counts": "counts",
    "counts_blank": "counts: the others are blank",
    "counts_less": "counts: the others hold fewer of the chapter's tasks",
    "counts_upload": "counts: the platform received it last",
    "counts_time": "counts: it is the newest in the archive",
    "counts_version": "counts: its number is the highest",
    "counts_guess": "counts, but that is a guess: nothing but the names tells which is the last",
    "blank": "blank, as it was given out",
    "less": "holds fewer of the chapter's tasks than the one that counts",
    "older_upload": "the platform received it earlier",
    "older_time": "older than the one that counts",
    "older_version": "has a lower number than the one that counts",
    "older_guess": "stands before the one that counts in the order of names, which is a guess",
    "holds_more": "it holds {names}, which the file that counts does not",
    "same": "the same cells as the one that counts",
    "own": "the project's own file {file}, unchanged",
    "few_tasks": "it also holds {names} of chapter {chapter}, too little to count as that chapter",
    "not_work": "set aside: no notebook",
    # how a layout was read
    "read_as_group": "read as a folder of {people} people; if it is one person's, give a --roster",
    "read_as_class": "read as a whole class: its names are a learning platform's, or it lies there alone",
    "read_as_own": "its files carry a platform's names, also of people who handed in elsewhere: read as handed in by "
    "{student}",
    "not_on_roster": "is not on the roster",
    "missing": "handed in nothing",
}


def sentence(told, language=None):
    """The sentence of a key and its fields, in a language (by default the reader's)."""
    key, fields = told
    return words.say(SENTENCES[key], language=language, **fields)


class Unreadable(Exception):
    """A file that is no notebook we can mark; key and fields say why, the text says it to its author."""

    def __init__(self, key, **fields):
        super().__init__(sentence((key, fields)))
        self.told = [key, fields]
