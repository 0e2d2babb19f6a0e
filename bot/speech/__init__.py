"""Words as sound: what is to be spoken goes in, an OGG/Opus file comes out. Knows neither Telegram nor SQL."""
