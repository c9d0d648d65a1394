"""What follows from facts read by a standard: the scorecard, its level and every reason.

Pure in (edition, facts, dated figures, date): no clock, no network, nothing remembered.
"""
