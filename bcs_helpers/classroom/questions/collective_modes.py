"""Chapter 08."""

CHAPTER = "08_collective_modes"
TASKS = ()
EXPLAINS = ()
