"""The only reader and writer of ``content/``, and of its translations."""
