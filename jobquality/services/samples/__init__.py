"""The organization of samples: invented, marked SAMPLE, and made by the real path."""
