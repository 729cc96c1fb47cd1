"""Chapter 03."""

CHAPTER = "03_bcs_ground_state"
TASKS = ()
EXPLAINS = ()
