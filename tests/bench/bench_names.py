"""How well names are found in invented Dutch sentences, and how fast in a journal of years.

Run: ``python -m tests.bench.bench_names``. Aims: recall 0.95, precision 0.90; 200 pages of text in under 2 s.
"Held out" sentences were written after the rules; nothing was changed to suit them.
"""

import time

from journal.domain.pseudonyms import found, printing, replace
from tests.domain.names_measured import PARTS, measure, sentences

_PAGES, _A_PAGE = 200, 30


def main() -> None:
    """Print the figures, one a line."""
    for part in PARTS:
        print(f"names, {part} ({len(sentences(part))} sentences)")
        for each in measure(sentences(part)).values():
            print(f"  {each}")
    page = " ".join(sentences(PARTS[0])[:_A_PAGE]).replace("{p:", "").replace("{o:", "").replace("}", "")
    texts = [page] * _PAGES
    began = time.perf_counter()
    names = found(texts)
    seen = time.perf_counter()
    told = printing(names, {})
    for text in texts:
        replace(text, told)
    done = time.perf_counter()
    print(f"found in {_PAGES} pages    {seen - began:6.2f} s   ({len(names)} names)")
    print(f"replaced in {_PAGES} pages {done - seen:6.2f} s")


if __name__ == "__main__":
    main()
