"""Run vpdesk from a checkout."""

import sys

from vpdesk.app import main

if __name__ == "__main__":
    sys.exit(main())
