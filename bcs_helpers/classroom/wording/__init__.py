"""The author's side of the words: how they are found, counted and put into a second language, and how pages are set.

style      what a notebook of this house looks like: figures with keys, captions, tables, lines
captions   the numbers of the figures
"""
