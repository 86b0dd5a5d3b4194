"""What the program is worth, in figures that anybody with the corpora can repeat.

One file a task, run as ``python -m benchmarks.TASK --data DIR [--split dev|test]``: one JSON line on standard
output, with the digests of corpora and weights and the commit. ``gate`` holds the figures to their floors, and
``report`` writes lines into RESULTS.md. No text of any corpus is kept here; DIR (or the environment variable
``ONRECORD_DATA``) says where they lie.
"""
