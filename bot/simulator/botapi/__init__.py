"""How a call of a bot is read, checked and answered."""
