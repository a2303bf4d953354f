"""Totals estimated from samples, with what they are uncertain by; prices taken out; shares that add up."""
