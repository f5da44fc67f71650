"""The built-in checks, by name: the one table that a new check is entered in."""
