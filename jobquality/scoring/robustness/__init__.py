"""How levels and ranks hold under other weights."""
