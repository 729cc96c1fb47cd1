"""Marking a class: `bcs grade handed_in/` (see docs/instructors.md).

collect   what was handed in, and by whom; tree      grading   a class: state, pages; workers, cluster: who does it
marking   one notebook: ask, judge; turns            sandbox   the walls; job: the talk through them; advice
places    what is seen in there                      inside/   what runs in there
account   who counts its memory                      digest    what a mark depends on
policy, points, received   what is set; what a verdict is worth, what is taken for being late; when it arrived
pages, numbers    what people read                     tables, gradebook, ways_back   what goes back, and spreadsheets
readers   the page of answers in words; rendering, pictures: what it shows; manual: the points that come back
summary   what machines read, and what changed
"""
