"""Words of a workplace: written on one page, approved, and learned by one team."""
