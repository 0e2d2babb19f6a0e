"""Signs of danger in what somebody writes. Pure."""
