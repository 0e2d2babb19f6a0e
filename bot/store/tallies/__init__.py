"""Counting what the learners of an organisation did in a period. Who they are is not read: the database counts them.

Each function is one statement, however many learners there are.
"""
