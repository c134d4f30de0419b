"""Entry of the bundle's window."""

import sys

from journal.apart import FLAG, serve

if sys.argv[1:] == [FLAG]:
    sys.exit(serve())

from ui.__main__ import main

sys.exit(main())
