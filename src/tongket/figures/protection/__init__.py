"""A release kept from telling on a reporter: which of its figures are withheld, and what an attacker finds."""
