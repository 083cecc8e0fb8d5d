"""The command line: the only room that prints or exits.

stdout is data, stderr is for people. Exit 0: all done; 1: nothing could be done; 2: misuse; 3: some articles failed.
Heavy imports stand inside the functions that need them, so that help and misuse answer at once.
"""

from claimex.cli.app import app, main

__all__ = ["app", "main"]
