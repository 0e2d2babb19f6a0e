"""The studio: content is written as drafts, read by a colleague, published, and brought back."""
