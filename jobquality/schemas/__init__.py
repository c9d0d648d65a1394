"""Outside data to typed values and back; one schema for each thing, used by every door."""
