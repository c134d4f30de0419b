"""Entry of the bundle's console twin."""

import sys

from journal.apart import FLAG, serve

if sys.argv[1:] == [FLAG]:
    sys.exit(serve())

from journal.__main__ import main

sys.exit(main())
