"""Chapter 14a."""

CHAPTER = "14a_tunnelling_curves"
TASKS = ()
EXPLAINS = ()
