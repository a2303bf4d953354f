"""The pure storey: values and verbs. No Django, no network, no clock, no environment."""
