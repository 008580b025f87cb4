"""`python -m testimonia` is the command `testimonia`."""

import sys

from testimonia.cli import main

if __name__ == "__main__":
    sys.exit(main())
