"""The quality numbers of items: reading lessons to be counted, and keeping and reading their sums."""
