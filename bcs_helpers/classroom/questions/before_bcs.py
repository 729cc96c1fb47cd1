"""Chapter 01."""

CHAPTER = "01_before_bcs"
TASKS = ()
EXPLAINS = ()
