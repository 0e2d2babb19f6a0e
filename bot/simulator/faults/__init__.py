"""What can go wrong with Telegram, to be switched on by developers and tests."""
