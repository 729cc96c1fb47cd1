"""How the physics is computed, each tool once: `blocks`, `table`, `quadrature`, `roots`, `scaling`, `thermal`.

The physics modules say what is computed; nothing in here knows a formula of theirs, but for functions of Δ/T alone.
"""
