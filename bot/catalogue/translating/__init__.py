"""Translating in the studio: what there is to say, what each language says, and what staff write beside the files."""
