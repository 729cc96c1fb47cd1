"""Chapter 09."""

CHAPTER = "09_isotope_effect"
TASKS = ()
EXPLAINS = ()
