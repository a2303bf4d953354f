"""Where accepted rows become frames and observations, and where releases are kept.

Two doors lead out: `doors.working` (what holds now) and `doors.released` (what a release froze).
"""
