"""How much a returned paper may ask of this computer. A real one stays far below all of these."""

MOST_BYTES = 50_000_000
MOST_PAGES = 300
MOST_ANNOTATIONS = 2_000
MOST_SIGNS = 10_000
"""Of one remark; the rest is cut off."""
MOST_NAME = 120
"""Signs of a reader's name."""
MOST_WORDS = 150_000
"""Of all pages together; words after these are not looked at."""
MOST_WORD = 200
MOST_SECONDS = 20.0
MOST_MEMORY = 1 << 30
MOST_ANSWER = 40_000_000
