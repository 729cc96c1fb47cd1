"""Chapter 02."""

CHAPTER = "02_cooper_problem"
TASKS = ()
EXPLAINS = ()
