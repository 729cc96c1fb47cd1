"""Chapter 04."""

CHAPTER = "04_quasiparticles"
TASKS = ()
EXPLAINS = ()
