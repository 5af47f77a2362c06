"""`python -m planalign`."""

from planalign.cli.app import main

if __name__ == "__main__":
    main()
