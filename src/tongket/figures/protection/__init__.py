"""A release kept from telling on a reporter: which figures are withheld, and what an attacker finds."""
