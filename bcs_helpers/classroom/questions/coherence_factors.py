"""Chapter 07."""

CHAPTER = "07_coherence_factors"
TASKS = ()
EXPLAINS = ()
