"""Invents the returns behind the published figures of the office: seeded, and solved in closed form."""
