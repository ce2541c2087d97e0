"""Run vpdesk as a module."""

import sys

from vpdesk.app import main

sys.exit(main())
