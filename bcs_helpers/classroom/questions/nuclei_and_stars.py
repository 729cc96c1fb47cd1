"""Chapter 13."""

CHAPTER = "13_nuclei_and_stars"
TASKS = ()
EXPLAINS = ()
