"""Chapter 11."""

CHAPTER = "11_cold_atoms"
TASKS = ()
EXPLAINS = ()
