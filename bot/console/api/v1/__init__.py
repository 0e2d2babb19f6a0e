"""The operations of version 1, one file each."""
