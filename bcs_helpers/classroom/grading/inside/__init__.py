"""What runs inside the sandbox: no reference, no tolerance, no mark, and of the project nothing but physics.

    warm process ── fork ──> guard ── fork, own namespaces ──> student's code
     (libraries loaded)      (kills what outlives its time)    (speaks with the parent over one socket)

warm       the process that has the libraries loaded, and forks      student    the cells, and the calls
guard      ends a notebook with all it started                       codec      plain data as JSON, for both sides
walls      namespaces, limits, the filter of system calls            stand_in   `bcs_helpers.classroom` in there
borrowed   what of the package a function calls              empty      whether a function was written
overheard  whether it printed                                settings   what it finds set: all four for both sides

The warm process takes sockets from the parent on its standard input, one a notebook, and never reads what is
said on them. Lines of JSON cross a socket: the parent sends the cells, then a call at a time; a plain answer, an
error's name or nothing comes back. Whatever a student's code does to this process, it does to its own notebook.
"""
