"""Checks that look across posts: what was said before, elsewhere, how often, and by whom."""
