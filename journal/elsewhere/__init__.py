"""Reads diaries of other programs: pure functions that give notes with their days, one file a kind."""
