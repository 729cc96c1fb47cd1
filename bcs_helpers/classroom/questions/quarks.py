"""Chapter 12."""

CHAPTER = "12_quarks"
TASKS = ()
EXPLAINS = ()
