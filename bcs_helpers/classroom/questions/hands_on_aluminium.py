"""Chapter 14b."""

CHAPTER = "14b_aluminium"
TASKS = ()
EXPLAINS = ()
