"""Chapter 10."""

CHAPTER = "10_tunnelling"
TASKS = ()
EXPLAINS = ()
