"""Number and date forms: Django's own `vi` has no thousands separator and reads 05/11 as 11 May."""
