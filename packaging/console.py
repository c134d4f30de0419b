"""Entry of the bundle's console twin."""

import sys

from journal.__main__ import main

sys.exit(main())
