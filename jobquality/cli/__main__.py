"""`python -m jobquality.cli` does what `jobquality` does."""

from jobquality.cli import main

main()
