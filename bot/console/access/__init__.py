"""How staff get in: passwords, second factor, sessions, and how fast somebody may try."""
