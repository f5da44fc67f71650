"""How a draft speaks to its reader."""
