"""The composition root: what the program is put together from, and its processes."""
