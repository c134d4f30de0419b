"""Entry of the bundle's window."""

import sys

from ui.__main__ import main

sys.exit(main())
