"""Chapter 14c."""

CHAPTER = "14c_grain"
TASKS = ()
EXPLAINS = ()
