"""The methods of the Bot API, one file a group; every file here is found by itself."""
