"""What people name in free text: hours, days, trades, languages. Pure; the words are data, in ``nlu_data/lookup``."""
