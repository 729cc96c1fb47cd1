"""Chapter 06."""

CHAPTER = "06_thermodynamics"
TASKS = ()
EXPLAINS = ()
