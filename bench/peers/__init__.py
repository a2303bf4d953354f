"""The national index as one would write it by hand in other tools. Right without gaps, wrong with them.

Each reads the same folder and writes the same `index.csv` and `contributions.csv` (of the area only).
"""
