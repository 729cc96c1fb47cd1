"""What to say where a library that only some rooms need is not installed."""


def missing(error, what):
    """The error of an import, with a sentence that names the library, who needs it, and the command that brings it."""
    library = error.name.partition(".")[0]
    return ModuleNotFoundError(
        f"{what} need {library}, which is not installed. Install it with: pip install {library}", name=library
    )
