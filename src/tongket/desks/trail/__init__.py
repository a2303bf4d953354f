"""The trail: who did what, when, from what to what, and why. Written once, chained, asked in many ways."""
