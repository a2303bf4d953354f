"""What all desks share: the office, the settings, exact fields, and the promise of what may change."""
