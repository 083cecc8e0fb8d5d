"""`python -m claimex`: the same as the console script."""

from claimex.cli import main

if __name__ == "__main__":
    main()
